import { expect, test } from 'vitest';
import { createTokenHandler } from '../src/index.ts';
import { appOptions } from './app.ts';
import { describeBoth } from './both.ts';

describeBoth('an option of a token handler', (create) => {
  test.each([
    [{ appId: '1' }, 'ERR_TOKEN04_APP_ID', /^appId must be an integer/],
    [{ appId: '1', serverSecret: () => '' }, 'ERR_TOKEN04_APP_ID', /^appId/],
    [{ serverSecret: 'short' }, 'ERR_TOKEN04_SECRET', /^serverSecret must be/],
    [{ serverSecret: undefined }, 'ERR_TOKEN04_SECRET', /^serverSecret must be/],
    [{ mode: 'ecb' }, 'ERR_TOKEN04_ARGUMENT', /^mode must be/],
    [
      { identify: undefined },
      'ERR_TOKEN04_ARGUMENT',
      /^identify must be a function, got undefined$/,
    ],
    [{ grant: {} }, 'ERR_TOKEN04_ARGUMENT', /^grant must be a function, got an object$/],
    [
      { onEror: () => {} },
      'ERR_TOKEN04_ARGUMENT',
      /^options has no "onEror"; did you mean "onError"\?$/,
    ],
    [
      { allowedOrigins: '*' },
      'ERR_TOKEN04_ARGUMENT',
      /^allowedOrigins must be a list of origins, got/,
    ],
    [
      { allowedOrigins: ['*'] },
      'ERR_TOKEN04_ARGUMENT',
      /^allowedOrigins\.0 must be an origin such as https:\/\/app\.example, each by its name/,
    ],
    [{ allowedOrigins: ['https://a.example/'] }, 'ERR_TOKEN04_ARGUMENT', /^allowedOrigins\.0/],
    [
      { allowedOrigins: [5] },
      'ERR_TOKEN04_ARGUMENT',
      /^allowedOrigins\.0 must be a string, got 5$/,
    ],
    [
      { badIds: 'warn' },
      'ERR_TOKEN04_ARGUMENT',
      /^checkIds must be given where badIds or onBadId is, got undefined$/,
    ],
    [
      { onBadId: () => {} },
      'ERR_TOKEN04_ARGUMENT',
      /^checkIds must be given where badIds or onBadId is, got undefined$/,
    ],
    [{ allowedOrigins: ['null'] }, 'ERR_TOKEN04_ARGUMENT', /^allowedOrigins\.0/],
    [
      { timeoutInMilliseconds: 0 },
      'ERR_TOKEN04_ARGUMENT',
      /^timeoutInMilliseconds must be a number from 1 to 2147483647, got 0$/,
    ],
    [{ rateLimit: 5 }, 'ERR_TOKEN04_ARGUMENT', /^rateLimit must be a function/],
  ])('refuses the options %j at once', (wrong, code, message) => {
    expect(() => create({ ...appOptions, ...(wrong as object) })).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });

  test.each([undefined, null, 'options'])('refuses %j for the options', (options) => {
    expect(() => create(options as never)).toThrow(
      expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument: 'options' }),
    );
  });
});

test.each([
  ['https://b.example/', ', without the slash at its end'],
  ['b.example', ''],
  ['*', ', each by its name, since there is no wildcard'],
  ['https://*.example', ', each by its name, since there is no wildcard'],
])('a bad origin among several is told by its index: %s', (bad, hint) => {
  const allowedOrigins = ['https://a.example', bad];
  expect(() => createTokenHandler({ ...appOptions, allowedOrigins })).toThrow(
    expect.objectContaining({
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'allowedOrigins.1',
      message: `allowedOrigins.1 must be an origin such as https://app.example${hint}, got a string of ${bad.length} characters`,
    }),
  );
});
