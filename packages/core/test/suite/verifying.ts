import { assert } from 'chai';
import {
  APP_ID,
  APP_ID_FAULT,
  ARGUMENT_FAULT,
  bodyOf,
  CLAIMS,
  type Expected,
  encoded,
  fails,
  MODES,
  NOW,
  OTHER_SECRET,
  SECRET,
  SECRET_FAULT,
  type Suite,
  sealed,
  tokenOf,
  USER_ID,
  USER_ID_FAULT,
} from './harness.ts';

const EXPIRED = { code: 'ERR_TOKEN04_EXPIRED' };
const MISMATCH = { code: 'ERR_TOKEN04_MISMATCH' };
const BAD_CLAIMS = { code: 'ERR_TOKEN04_CLAIMS' };

interface Row {
  readonly name: string;
  readonly claims?: Partial<typeof CLAIMS>;
  readonly mode?: 'cbc' | 'gcm';
  readonly options: object;
  /** Absent: the token is good. */
  readonly fails?: Expected;
}

const { expire } = CLAIMS;
const ZIM = { service: 'zim' };
const DAYS_24 = 2_073_600;

const ROWS: readonly Row[] = [
  { name: 'nothing-demanded', options: {} },
  { name: 'app-and-user', options: { appId: APP_ID, userId: USER_ID } },
  {
    name: 'another-app',
    options: { appId: 2 },
    fails: { ...MISMATCH, claim: 'appId', clientCodes: [1002076, 1102016, 6000101, 6000103] },
  },
  {
    name: 'another-user',
    options: { userId: 'Demo' },
    fails: { ...MISMATCH, claim: 'userId', clientCodes: [1002077, 1102016, 6000101, 6000103] },
  },
  {
    name: 'a-user-of-256-characters',
    claims: { userId: 'u'.repeat(256) },
    options: { userId: 'u'.repeat(256) },
  },
  { name: 'mode-among-several', options: { modes: ['cbc', 'gcm'] } },
  { name: 'gcm-where-gcm-is-wanted', options: { modes: ['gcm'] } },
  {
    name: 'cbc-where-gcm-is-wanted',
    mode: 'cbc',
    options: { modes: ['gcm'] },
    fails: { ...MISMATCH, claim: 'mode' },
  },
  { name: 'gcm-where-cbc-is-wanted', options: { modes: ['cbc'] }, fails: MISMATCH },
  { name: 'the-last-second', options: { now: expire - 1 } },
  { name: 'the-last-instant', options: { now: expire - 0.001 } },
  {
    name: 'at-expire',
    options: { now: expire },
    fails: { ...EXPIRED, claim: 'expire', clientCodes: [1002078, 1102018, 6000106] },
  },
  { name: 'within-the-tolerance', options: { now: expire + 4.9, clockToleranceInSeconds: 5 } },
  {
    name: 'at-the-end-of-the-tolerance',
    options: { now: expire + 5, clockToleranceInSeconds: 5 },
    fails: EXPIRED,
  },
  { name: 'ctime-in-the-future', options: { now: NOW - 1_000_000 } },
  {
    name: 'empty-user',
    claims: { userId: '' },
    options: {},
    fails: { ...BAD_CLAIMS, claim: 'userId' },
  },
  { name: 'expire-at-ctime', claims: { ctime: expire }, options: {}, fails: BAD_CLAIMS },
  { name: 'expire-before-ctime', claims: { ctime: expire + 1 }, options: {}, fails: BAD_CLAIMS },
  {
    name: 'mismatch-before-expiry',
    options: { userId: 'other', now: expire },
    fails: MISMATCH,
  },
  { name: 'the-second-secret', options: { serverSecret: [OTHER_SECRET, SECRET] } },
  {
    name: 'none-of-the-secrets',
    options: { serverSecret: [OTHER_SECRET, OTHER_SECRET.toUpperCase()] },
    fails: { code: 'ERR_TOKEN04_DECRYPTION', clientCodes: [1002033, 1102016, 6000101, 6000103] },
  },
  { name: 'express-with-a-payload', claims: { payload: 'x' }, options: { service: 'express' } },
  { name: 'zim-good', options: ZIM },
  {
    name: 'zim-with-a-payload',
    claims: { payload: 'x' },
    options: ZIM,
    fails: { ...MISMATCH, claim: 'payload', clientCodes: [6000101, 6000103] },
  },
  {
    name: 'zim-24-days',
    claims: { ctime: NOW, expire: NOW + DAYS_24 },
    options: ZIM,
  },
  {
    name: 'zim-24-days-from-now-however-old',
    claims: { ctime: NOW - DAYS_24, expire: NOW + 1 + DAYS_24 },
    options: ZIM,
  },
  {
    name: 'zim-24-days-from-now-and-a-second',
    claims: { ctime: NOW, expire: NOW + 1 + DAYS_24 + 1 },
    options: ZIM,
    fails: { ...MISMATCH, claim: 'expire', clientCodes: [6000109] },
  },
  {
    name: 'zim-tolerance-does-not-lengthen-24-days',
    claims: { ctime: NOW, expire: NOW + 1 + DAYS_24 + 1 },
    options: { ...ZIM, clockToleranceInSeconds: 60 },
    fails: { ...MISMATCH, claim: 'expire', clientCodes: [6000109] },
  },
  { name: 'zim-30-seconds-left', options: { ...ZIM, now: expire - 30 } },
  {
    name: 'zim-under-30-seconds-left',
    options: { ...ZIM, now: expire - 29.9 },
    fails: { ...EXPIRED, clientCodes: [6000108] },
  },
  {
    name: 'zim-tolerance-does-not-count-for-30-seconds',
    options: { ...ZIM, now: expire - 29.9, clockToleranceInSeconds: 60 },
    fails: { ...EXPIRED, claim: 'expire', clientCodes: [6000108] },
  },
  {
    name: 'zim-expired',
    options: { ...ZIM, now: expire },
    fails: { ...EXPIRED, clientCodes: [1002078, 1102018, 6000106] },
  },
];

const BAD_OPTIONS: readonly (readonly [object, Expected])[] = [
  ...['appId', 'userId', 'modes', 'now', 'clockToleranceInSeconds', 'service'].map(
    (argument) => [{ [argument]: undefined }, { ...ARGUMENT_FAULT, argument }] as const,
  ),
  [{ appId: '1' }, APP_ID_FAULT],
  [{ userId: '' }, USER_ID_FAULT],
  [{ userId: null }, USER_ID_FAULT],
  [{ userId: '\ud800' }, USER_ID_FAULT],
  [{ userID: 'demo' }, { ...ARGUMENT_FAULT, argument: 'userID' }],
  [{ modes: 'gcm' }, { ...ARGUMENT_FAULT, argument: 'modes' }],
  [{ modes: [] }, { ...ARGUMENT_FAULT, argument: 'modes' }],
  [{ modes: ['GCM'] }, { ...ARGUMENT_FAULT, argument: 'modes[0]' }],
  [{ now: Number.NaN }, { ...ARGUMENT_FAULT, argument: 'now' }],
  [{ now: new Date(0) }, { ...ARGUMENT_FAULT, argument: 'now' }],
  [{ clockToleranceInSeconds: -1 }, { ...ARGUMENT_FAULT, argument: 'clockToleranceInSeconds' }],
  [{ service: 'rtc' }, { ...ARGUMENT_FAULT, argument: 'service' }],
  [{ serverSecret: [] }, SECRET_FAULT],
];

export function verifyingSuite(suite: Suite): void {
  const { core, test } = suite;
  const defaults = { serverSecret: SECRET, now: NOW + 1 };

  for (const { name, claims = {}, mode = 'gcm', options, fails: expected } of ROWS) {
    test(`verify/${name}`, async () => {
      const token = await encoded(suite, claims, mode);
      const all = { ...defaults, ...options };
      const ways = [
        () => core.verifyToken04(token, all),
        () => core.createVerifier(all).verify(token),
      ];
      for (const way of ways) {
        if (expected) await fails(way, expected);
        else assert.deepEqual(await way(), { ...CLAIMS, ...claims });
      }
    });
  }

  for (const [options, expected] of BAD_OPTIONS) {
    const [name, value] = Object.entries(options)[0] as [string, unknown];
    test(`verify/bad-option: ${name} ${typeof value} ${JSON.stringify(value)}`, async () => {
      const all = { ...defaults, ...options } as never;
      await fails(() => core.createVerifier(all), expected);
      await fails(() => core.verifyToken04('', all), expected);
    });
  }
  test('verify/no-options', () =>
    fails(() => core.verifyToken04('', undefined as never), {
      ...ARGUMENT_FAULT,
      argument: 'options',
    }));

  for (const mode of MODES) {
    test(`verify/${mode}-only-a-failed-decryption-tries-the-next-secret`, async () => {
      const token = await sealed(suite, '{}', mode);
      await fails(
        () => core.verifyToken04(token, { ...defaults, serverSecret: [SECRET, OTHER_SECRET] }),
        BAD_CLAIMS,
      );
    });
  }
  test('verify/the-clock-is-used-where-no-now-is-given', async () => {
    const second = Math.floor(Date.now() / 1000);
    const fresh = await encoded(suite, { ctime: second, expire: second + 60 });
    const claims = await core.verifyToken04(fresh, { serverSecret: SECRET });
    assert.equal(claims.expire, second + 60);
    const old = await encoded(suite, { ctime: second - 60, expire: second });
    await fails(() => core.verifyToken04(old, { serverSecret: SECRET }), EXPIRED);
  });
  test('verify/a-clock-that-tells-no-time-lets-nothing-in', async () => {
    const token = await encoded(suite);
    const { now } = Date;
    Date.now = () => Number.NaN;
    try {
      for (const service of ['express', 'zim'] as const) {
        await fails(() => core.verifyToken04(token, { serverSecret: SECRET, service }), EXPIRED);
      }
    } finally {
      Date.now = now;
    }
  });
  test('verify/a-rewritten-outer-expire', async () => {
    const body = bodyOf(await encoded(suite));
    body[6] = (body[6] as number) ^ 0x10;
    await fails(() => core.verifyToken04(tokenOf(body), defaults), BAD_CLAIMS);
  });
}
