import { expect, it } from 'vitest';
import { type DiagnoseOptions, diagnose, FINDING_IDS, type FindingId } from '../src/index.ts';
import { APP_SIGN, CTIME, FIELDS, KIT, kitToken, makeToken, NOW, payload, SECRET } from './make.ts';

const DAY = 86_400;

it('says what a good token is', async () => {
  const iv = Buffer.alloc(12, 7);
  const token = makeToken({ mode: 'gcm', iv });
  expect(await diagnose(token, { serverSecret: SECRET, now: NOW })).toEqual({
    verdict: 'good',
    kind: 'token04',
    token,
    body: new Uint8Array(Buffer.from(token.slice(2), 'base64')),
    inspected: {
      version: '04',
      expire: FIELDS.expire,
      mode: 'gcm',
      ivLength: 12,
      ciphertextLength: expect.any(Number),
    },
    decoded: {
      claims: {
        appId: FIELDS.app_id,
        userId: 'demo',
        ctime: FIELDS.ctime,
        expire: FIELDS.expire,
        nonce: FIELDS.nonce,
        payload: '',
      },
      mode: 'gcm',
      iv: new Uint8Array(iv),
      plaintext: JSON.stringify(FIELDS),
    },
    findings: [],
  });
});

it('gives the bytes of a token that was cut, and none of what is no token', async () => {
  const token = makeToken();
  const cut = token.slice(0, 100);
  const { body, token: whole } = await diagnose(`"${cut}"`, { serverSecret: SECRET, now: NOW });
  expect(whole).toBeUndefined();
  expect(body).toEqual(new Uint8Array(Buffer.from(cut.slice(2), 'base64')));
  expect((await diagnose('undefined')).body).toBeUndefined();
});

it('knows nothing of what is encrypted without a secret', async () => {
  const { verdict, inspected, decoded } = await diagnose(makeToken(), { now: NOW });
  expect(verdict).toBe('unknown');
  expect(inspected?.expire).toBe(FIELDS.expire);
  expect(decoded).toBeUndefined();
});

it('gives the token as it was before it was damaged', async () => {
  const token = makeToken({ mode: 'gcm' });
  const inJson = JSON.stringify({ token }).replaceAll('/', '\\/');
  const damaged = token.replaceAll('+', ' ').replaceAll('/', '_').replace(/=+$/, '');
  for (const input of [inJson, ` Bearer ${encodeURIComponent(token)}`, damaged, token.slice(2)]) {
    expect((await diagnose(input, { now: NOW })).token).toBe(token);
  }
});

it('gives the token with the mode byte that it lacks', async () => {
  const iv = Buffer.alloc(12);
  const { token, decoded } = await diagnose(makeToken({ mode: 'gcm', iv, modeByte: null }), {
    serverSecret: SECRET,
    now: NOW,
  });
  expect(token).toBe(makeToken({ mode: 'gcm', iv }));
  expect(decoded?.claims.userId).toBe('demo');
});

it('reads the claims of a token that was made with a mistaken key', async () => {
  const token = makeToken({ key: APP_SIGN.slice(0, 32), fields: { payload: payload() } });
  const options = { serverSecret: [SECRET, APP_SIGN], roomId: 'r2', now: FIELDS.expire + 60 };
  const { decoded, findings } = await diagnose(token, options);
  expect(decoded?.claims.userId).toBe('demo');
  const serious = findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  expect(serious).toEqual(['key-app-sign', 'expired', 'room-mismatch']);
});

it('prefers a secret that fits as it is to one that fits by a mistake', async () => {
  const token = makeToken({ key: SECRET.toUpperCase() });
  const serverSecret = [SECRET, SECRET.toUpperCase()];
  expect((await diagnose(token, { serverSecret, now: NOW })).verdict).toBe('good');
});

it('finds the token in a kit token, alone or in an answer', async () => {
  const token = makeToken();
  const diagnosis = await diagnose(kitToken(token, KIT), { serverSecret: SECRET, now: NOW });
  expect(diagnosis).toMatchObject({ verdict: 'good', kind: 'kit-token', token });
  const answer = JSON.stringify({ kitToken: kitToken(token, KIT) });
  expect(await diagnose(answer, { now: NOW })).toMatchObject({ kind: 'kit-token', token });
});

it.each([
  ['both', ['login-denied', 'publish-denied']],
  ['login', ['login-denied']],
  ['publish', ['publish-denied']],
  ['from-privileges', []],
] as const)('goes by the rule %s', async (checks, ids) => {
  const token = makeToken({ fields: { payload: payload({ privilege: { 1: 0, 2: 0 } }) } });
  const options = { serverSecret: SECRET, roomId: 'r1', streamId: 'cam', checks, now: NOW };
  const { findings } = await diagnose(token, options);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ id }) => id)).toEqual(ids);
});

it('puts errors first, the most important at the top', async () => {
  const token = makeToken({ key: SECRET.slice(0, 16) })
    .replaceAll('/', '_')
    .replaceAll('+', '-');
  const { findings } = await diagnose(` "${token}" `, { serverSecret: SECRET, now: FIELDS.expire });
  expect(findings.map(({ id }) => id)).toEqual([
    'url-alphabet',
    'key-cut',
    'expired',
    'quotes',
    'blanks-around',
    'cbc',
  ]);
});

it('lists no finding twice', () => {
  expect(new Set(FINDING_IDS).size).toBe(FINDING_IDS.length);
});

it('gives the claims of a token that cannot be mended, but no token', async () => {
  const odd = makeToken({ mode: 'gcm', iv: Buffer.alloc(16) });
  const { token, inspected, decoded } = await diagnose(odd, { serverSecret: SECRET, now: NOW });
  expect([token, inspected]).toEqual([undefined, undefined]);
  expect(decoded?.claims.userId).toBe('demo');
});

async function isFound(id: FindingId, token: string, options: DiagnoseOptions): Promise<boolean> {
  const { findings } = await diagnose(token, { serverSecret: SECRET, ...options });
  return findings.some((finding) => finding.id === id);
}

it.each<[FindingId, DiagnoseOptions, DiagnoseOptions]>([
  ['made-in-the-future', { now: CTIME - 60 }, { now: CTIME - 61 }],
  ['made-in-the-future', { now: CTIME - 65, clockToleranceInSeconds: 5 }, { now: CTIME - 65 }],
  ['expired', { now: FIELDS.expire - 0.5 }, { now: FIELDS.expire }],
  ['expires-soon', { now: FIELDS.expire - 30 }, { now: FIELDS.expire - 29.5 }],
  ['expires-soon', { now: FIELDS.expire - 29, service: 'express' }, { now: FIELDS.expire - 29 }],
])('%s is not found with %j, but with %j', async (id, before, after) => {
  const has = (options: DiagnoseOptions): Promise<boolean> =>
    isFound(id, makeToken(), { service: 'zim', ...options });
  expect([await has(before), await has(after)]).toEqual([false, true]);
});

it.each<[FindingId, number, number]>([
  ['ttl-timestamp', 3650 * DAY, 3650 * DAY + 1],
  ['ttl-milliseconds', 30 * DAY, 3_600_000],
  ['ttl-milliseconds', 100 * DAY, 125 * DAY],
  ['ttl-milliseconds', 1_799_999, 1_800_000],
  ['ttl-milliseconds', 1_000_020_000, 999_960_000],
])('%s is not found for a ttl of %i, but for %i', async (id, before, after) => {
  const has = (ttl: number): Promise<boolean> =>
    isFound(id, makeToken({ fields: { expire: CTIME + ttl } }), { now: NOW });
  expect([await has(before), await has(after)]).toEqual([false, true]);
});

it.each<[string, object, string]>([
  ['ERR_TOKEN04_ARGUMENT', { userID: 'demo' }, '"userID"'],
  ['ERR_TOKEN04_ARGUMENT', { [SECRET]: 'demo' }, 'another key'],
  ['ERR_TOKEN04_ARGUMENT', { serverSecret: [] }, 'a list, not empty'],
  ['ERR_TOKEN04_ARGUMENT', { serverSecret: '' }, 'an empty one'],
  ['ERR_TOKEN04_ARGUMENT', { serverSecret: [SECRET, 5] }, 'number'],
  ['ERR_TOKEN04_ARGUMENT', { serverSecret: undefined }, 'undefined'],
  ['ERR_TOKEN04_APP_ID', { appId: '5' }, 'appId'],
  ['ERR_TOKEN04_USER_ID', { userId: 5 }, 'userId'],
  ['ERR_TOKEN04_ARGUMENT', { roomId: 5 }, 'roomId'],
  ['ERR_TOKEN04_ARGUMENT', { streamId: undefined }, 'streamId'],
  ['ERR_TOKEN04_ARGUMENT', { checks: 'all' }, 'checks'],
  ['ERR_TOKEN04_ARGUMENT', { service: 'rtc' }, 'service'],
  ['ERR_TOKEN04_ARGUMENT', { userIdProfiles: ['web'] }, 'userIdProfiles'],
  ['ERR_TOKEN04_ARGUMENT', { userIdProfiles: 'zim' }, 'userIdProfiles'],
  ['ERR_TOKEN04_ARGUMENT', { now: 'now' }, 'now'],
  ['ERR_TOKEN04_ARGUMENT', { clockToleranceInSeconds: -1 }, 'clockToleranceInSeconds'],
])('refuses a bad option: %s, %j', async (code, options, part) => {
  const error = await diagnose('', options as DiagnoseOptions).catch((reason) => reason);
  expect(error).toMatchObject({ name: 'Token04Error', code });
  expect(error.message).toContain(part);
  expect(error.message).not.toContain(SECRET);
});

it('refuses an input that is no string', async () => {
  const error = await diagnose(5 as unknown as string).catch((reason) => reason);
  expect(error).toMatchObject({ code: 'ERR_TOKEN04_ARGUMENT', argument: 'input' });
});
