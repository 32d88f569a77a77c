import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTokenProvider } from '../src/index.ts';
import { lasting, useFakeTime } from './endpoint.ts';
import { endProviders, provide } from './provide.ts';

beforeEach(useFakeTime);
afterEach(endProviders);

describe('arguments', () => {
  const fetchToken = async (): Promise<string> => lasting(3600);
  test.each([
    [
      undefined,
      'options',
      'options must be an object with fetchToken, leadSeconds, timeoutSeconds, onError, got undefined',
    ],
    [{}, 'fetchToken', 'fetchToken must be a function, got undefined'],
    [
      { fetchtoken: fetchToken },
      'fetchtoken',
      'options has no "fetchtoken"; did you mean "fetchToken"?',
    ],
    [
      { fetchToken, leadTime: 60 },
      'leadTime',
      'options has no "leadTime"; did you mean "leadSeconds"?',
    ],
    [
      { fetchToken, interval: 60 },
      'interval',
      'options has no "interval"; it takes fetchToken, leadSeconds, timeoutSeconds, onError',
    ],
    [
      { fetchToken: '/token' },
      'fetchToken',
      'fetchToken must be a function, got a string of 6 characters',
    ],
    [
      { fetchToken, leadSeconds: -1 },
      'leadSeconds',
      'leadSeconds must be seconds, from 0 to 86400, got -1',
    ],
    [
      { fetchToken, leadSeconds: '30' },
      'leadSeconds',
      'leadSeconds must be seconds, from 0 to 86400, got the string "30"',
    ],
    [
      { fetchToken, timeoutSeconds: 0 },
      'timeoutSeconds',
      'timeoutSeconds must be seconds, from 1 to 86400, got 0',
    ],
    [
      { fetchToken, timeoutSeconds: 30_000_000 },
      'timeoutSeconds',
      'timeoutSeconds must be seconds, from 1 to 86400, got 30000000',
    ],
    [{ fetchToken, onError: 1 }, 'onError', 'onError must be a function, got 1'],
  ])('%j is refused', (options, argument, message) => {
    expect(() => createTokenProvider(options as never)).toThrow(
      expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument, message }),
    );
  });

  test('inherited options are refused, and what is on Object.prototype is not heeded', () => {
    class Options {
      get fetchToken() {
        return fetchToken;
      }
    }
    expect(() => createTokenProvider(new Options())).toThrow(
      expect.objectContaining({
        message: 'fetchToken must be an own property of options, got an inherited one',
      }),
    );
    Object.assign(Object.prototype, { leadSeconds: 'polluted' });
    try {
      expect(() => provide({ fetchToken })).not.toThrow();
    } finally {
      Reflect.deleteProperty(Object.prototype, 'leadSeconds');
    }
  });

  test('a listener that is no function is refused', () => {
    expect(() => provide({ fetchToken }).subscribe(undefined as never)).toThrow(
      expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument: 'listener' }),
    );
  });
});
