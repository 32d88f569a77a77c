// Whatever an endpoint, or the code around it, comes up with: the provider goes on.
import { generateToken04 } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lasting, SECRET, START, useFakeTime } from './endpoint.ts';
import { endProviders, provide, settled } from './provide.ts';

beforeEach(useFakeTime);
afterEach(endProviders);

const broken = new Error('a getter broke');

function throwingGetter(...names: string[]): object {
  const target = {};
  for (const name of names) {
    Object.defineProperty(target, name, {
      enumerable: true,
      get() {
        throw broken;
      },
    });
  }
  return target;
}

function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** A token with a true frame whose expire is that of a server which counts in other units. */
const expiring = (expire: number): string =>
  sealToken04({
    plaintext: '{}',
    expire,
    serverSecret: SECRET,
    mode: 'cbc',
    iv: new Uint8Array(16),
  });

const answers: [string, () => unknown][] = [
  ['an object whose token throws', () => throwingGetter('token')],
  [
    'an object whose expiresAt throws',
    () => Object.assign(throwingGetter('expiresAt'), { token: 't' }),
  ],
  ['an object whose json throws', () => throwingGetter('json')],
  ['a Response whose ok throws', () => Object.assign(throwingGetter('ok'), { json() {} })],
  [
    'a Response whose headers throw',
    () => Object.assign(throwingGetter('headers'), { ok: false, status: 500, json() {} }),
  ],
  ['a Response without headers', () => ({ ok: false, status: 500, json() {} })],
  ['a thenable whose then throws', () => throwingGetter('then')],
  ['a revoked proxy', revokedProxy],
  ['a symbol', () => Symbol('token')],
  ['a function', () => () => {}],
  ['a userId that is a number', () => ({ token: 't', userId: 7, expiresAt: START + 60 })],
  ['a token that is no token04', () => '<!doctype html>'],
  ['a token that ends in the year 60000', () => expiring(START * 1000)],
  ['a token whose expire is the largest', () => expiring(Number.MAX_SAFE_INTEGER)],
  ['a token whose expire is the smallest', () => expiring(Number.MIN_SAFE_INTEGER)],
  ['a token of another version', () => `03${generateToken04(1, 'demo', SECRET, 60).slice(2)}`],
];

const errors: [string, () => unknown][] = [
  ['an error whose status throws', () => throwingGetter('status')],
  ['an error whose retryAfter throws', () => throwingGetter('retryAfter')],
  ['a revoked proxy', revokedProxy],
  ['null', () => null],
  ['undefined', () => undefined],
  ['a status that is no number', () => ({ status: '401' })],
  ['a retryAfter that is none', () => ({ status: 503, retryAfter: Number.NaN })],
];

const kinds: [string, () => unknown][] = [
  ...answers.map<[string, () => unknown]>(([name, make]) => [`${name} comes`, async () => make()]),
  ...errors.map<[string, () => unknown]>(([name, make]) => [
    `${name} is thrown`,
    () => {
      throw make();
    },
  ]),
  ...errors.map<[string, () => unknown]>(([name, make]) => [
    `${name} is the reason of a rejection`,
    () => Promise.reject(make()),
  ]),
];

describe.each(kinds)('%s', (_, behave) => {
  test('the caller hears of it, and the next request serves', async () => {
    let isBroken = true;
    const onError = vi.fn();
    const token = lasting(3600);
    const provider = provide({
      fetchToken: () => (isBroken ? behave() : Promise.resolve(token)) as Promise<string>,
      onError,
    });
    const outcome = provider.getToken().then(
      () => 'a token',
      () => 'a reason',
    );
    await settled();
    expect(await outcome).toBe('a reason');
    expect(onError).toHaveBeenCalledTimes(1);

    isBroken = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await provider.getToken()).toBe(token);
  });

  test('as the answer to a renewal: the old token serves, and the renewal is made again', async () => {
    let isBroken = false;
    const provider = provide({
      fetchToken: () => (isBroken ? behave() : Promise.resolve(lasting(3600))) as Promise<string>,
    });
    const old = await provider.getToken();
    isBroken = true;
    await vi.advanceTimersByTimeAsync(3_570_000);
    expect(await provider.getToken()).toBe(old);
    isBroken = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await provider.getToken()).not.toBe(old);
  });
});
