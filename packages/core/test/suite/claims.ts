import { assert } from 'chai';
import {
  bodyOf,
  CLAIMS,
  encoded,
  fails,
  ivOf,
  NOW,
  PLAINTEXT,
  SECRET,
  type Suite,
  sealed,
  tokenOf,
} from './harness.ts';

export function claimSuite(suite: Suite): void {
  readAndRefused(suite);
  messages(suite);
}

function readAndRefused(suite: Suite): void {
  const { core, test } = suite;
  const good: Record<string, unknown> = JSON.parse(PLAINTEXT);
  const refuses = async (token: string) =>
    fails(() => core.decodeToken04(token, SECRET), { code: 'ERR_TOKEN04_CLAIMS' });
  const rows: [string, string][] = [
    ['not-an-object', '[]'],
    ['null', 'null'],
    ['a-number', '5'],
    ['a-string', '"demo"'],
    ...['app_id', 'user_id', 'nonce', 'ctime', 'expire'].map((key): [string, string] => [
      `${key}-missing`,
      JSON.stringify({ ...good, [key]: undefined }),
    ]),
    ...[
      ['app_id', 0],
      ['app_id', -1],
      ['app_id', 2 ** 32],
      ['app_id', 1.5],
      ['app_id', '1'],
      ['user_id', 5],
      ['user_id', null],
      ['nonce', 2 ** 53],
      ['nonce', -(2 ** 53)],
      ['nonce', 0.5],
      ['nonce', '1'],
      ['ctime', 2 ** 53],
      ['ctime', null],
      ['expire', CLAIMS.expire + 1],
      ['expire', String(CLAIMS.expire)],
      ['payload', { room_id: 'demo' }],
    ].map(([key, value]): [string, string] => [
      `${key}-${typeof value === 'object' ? JSON.stringify(value) : `${typeof value}-${value}`}`,
      JSON.stringify({ ...good, [key as string]: value }),
    ]),
    ['lone-surrogate-escape', PLAINTEXT.replace('demo', '\\ud800')],
    ['inherited-name', PLAINTEXT.replace('"user_id"', '"__proto__"')],
  ];
  for (const [name, json] of rows) {
    test(`claims/${name}`, async () => refuses(await sealed(suite, json)));
  }
  test('claims/outer-expire-differs', async () => {
    const body = bodyOf(await encoded(suite));
    body[7] = (body[7] as number) ^ 1;
    await refuses(tokenOf(body));
  });
  test('claims/outer-expire-is-no-safe-integer', async () => {
    const outer = { serverSecret: SECRET, mode: 'gcm', iv: ivOf('gcm') } as const;
    for (const expire of [2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n]) {
      const token = await suite.testing.sealToken04({ plaintext: PLAINTEXT, expire, ...outer });
      await refuses(token);
      await fails(() => core.inspectToken04(token), { code: 'ERR_TOKEN04_MALFORMED' });
    }
  });

  const reads = (name: string, json: string, expected: Partial<typeof CLAIMS> = {}) =>
    test(`odd/${name}`, async () => {
      const decoded = await core.decodeToken04(await sealed(suite, json), SECRET);
      assert.deepEqual(decoded.claims, { ...CLAIMS, ...expected });
    });
  reads('any-key-order', JSON.stringify(Object.fromEntries(Object.entries(good).reverse())));
  reads('extra-fields', JSON.stringify({ ...good, version: 1, __proto: null }));
  reads('no-payload-field', JSON.stringify({ ...good, payload: undefined }));
  reads('blanks', JSON.stringify(good, null, 2));
  reads('escaped-letters', PLAINTEXT.replace('demo', '\\u0064em\\u006F'));
  reads('empty-user-id', JSON.stringify({ ...good, user_id: '' }), { userId: '' });
  for (const nonce of [-(2 ** 31), 2 ** 31, 1_700_000_000_123, 2 ** 53 - 1, -(2 ** 53) + 1]) {
    reads(`nonce ${nonce}`, JSON.stringify({ ...good, nonce }), { nonce });
  }
  reads('payload-null', JSON.stringify({ ...good, payload: null }));
  reads('minus-zero', PLAINTEXT.replace('12345', '-0'), { nonce: 0 });
  reads('expire-before-ctime', JSON.stringify({ ...good, ctime: NOW * 2 }), { ctime: NOW * 2 });
  test('odd/user-id-of-256-characters', async () => {
    const userId = '流'.repeat(256);
    const token = await encoded(suite, { userId });
    assert.equal((await core.decodeToken04(token, SECRET)).claims.userId, userId);
  });
}

function messages(suite: Suite): void {
  const { core, test } = suite;
  const claims = { app_id: 1, user_id: 'u', nonce: 0, ctime: 0, expire: NOW + 3600, payload: '' };
  for (const [field, value, claim, native, said] of [
    ['app_id', '1', 'appId', 1002076, 'app_id is not an integer from 1 to 4294967295'],
    ['user_id', 5, 'userId', 1002077, 'user_id is not a well-formed string'],
    ['ctime', null, 'ctime', 1002078, 'ctime is not a safe integer'],
    ['expire', 'x', 'expire', 1002078, 'expire is not a safe integer'],
    ['nonce', '0', 'nonce', 1002080, 'nonce is not a safe integer'],
    ['payload', {}, 'payload', 1002075, 'payload is not a well-formed string'],
  ] as const) {
    test(`the message for a token whose ${field} is of a wrong type`, async () => {
      const token = await sealed(suite, JSON.stringify({ ...claims, [field]: value }));
      await fails(() => core.decodeToken04(token, SECRET), {
        code: 'ERR_TOKEN04_CLAIMS',
        claim,
        clientCodes: [native, 1102016, 6000101, 6000103],
        message: `token refused: ${said}`,
      });
    });
  }
}
