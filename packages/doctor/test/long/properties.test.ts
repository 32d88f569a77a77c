import { verifyToken04 } from '@token04/core/web';
import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DiagnoseOptions,
  diagnose,
  explain,
  type Finding,
  type Locale,
} from '../../src/index.ts';
import { APP_SIGN, CTIME, FIELDS, GOOD, makeToken, NOW, payload, SECRET } from '../make.ts';

const LOCALES: readonly Locale[] = ['en', 'zh-CN'];

/** All words that a user may see. */
function wordsOf(findings: readonly Finding[]): string {
  const texts = findings.flatMap((each) => LOCALES.map((locale) => explain(each, locale)));
  return [...findings.map(({ values }) => values), ...texts].flatMap(Object.values).join('\n');
}

test('any string is diagnosed', async () => {
  const pieces = fc.constantFrom(GOOD, GOOD.slice(9), '04', '03', '#', '%2B', '?token=', '"', ' ');
  const anyInput = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(pieces, fc.string()), { maxLength: 6 }).map((parts) => parts.join('')),
    fc.base64String().map((base64) => `04${base64}`),
    fc.uint8Array({ maxLength: 200 }).map((bytes) => `04${Buffer.from(bytes).toString('base64')}`),
  );
  await fc.assert(
    fc.asyncProperty(anyInput, fc.string({ minLength: 1 }), async (input, serverSecret) => {
      const { verdict, findings } = await diagnose(input, { serverSecret, now: NOW });
      expect(verdict).toBe('bad');
      expect(findings.length).toBeGreaterThan(0);
      expect(wordsOf(findings)).not.toMatch(/undefined|NaN/);
    }),
    { seed, numRuns: 1000 },
  );
});

test('a token that was altered in one place is never good in GCM', async () => {
  const token = makeToken({ mode: 'gcm' });
  const at = fc.nat(token.length - 1);
  const by = fc.constantFrom('', 'A', '+', ' ', '-', '%', '=', '#', '\n', '\\', 'é', '\0');
  await fc.assert(
    fc.asyncProperty(at, by, async (index, text) => {
      const altered = token.slice(0, index) + text + token.slice(index + 1);
      const { verdict } = await diagnose(altered, { serverSecret: SECRET, now: NOW });
      if (altered.trim() !== token) expect({ index, verdict }).toEqual({ index, verdict: 'bad' });
    }),
    { seed, numRuns: 1000 },
  );
});

test('a token that was cut anywhere is bad', async () => {
  for (let length = 0; length < GOOD.length; length++) {
    const { verdict } = await diagnose(GOOD.slice(0, length), { serverSecret: SECRET, now: NOW });
    expect({ length, verdict }).toEqual({ length, verdict: 'bad' });
  }
});

test('what is good is what verifyToken04 accepts', async () => {
  const time = fc.oneof(
    fc.integer({ min: CTIME - 100, max: CTIME + 100 }),
    fc.constantFrom(0, -1, 1000 * CTIME, CTIME + 25 * 86_400, 2 * CTIME, 0.5, '1', null),
  );
  const text = fc.oneof(fc.constantFrom('demo', '', 'Demo'), fc.string({ unit: 'grapheme' }));
  const fields = fc.record(
    {
      app_id: fc.constantFrom(1, 1234567890, 0, -1, 2 ** 32, '1', null, 1.5),
      user_id: fc.oneof(text, fc.constantFrom(1, null, '\ud800')),
      nonce: fc.oneof(fc.integer(), fc.constantFrom(2 ** 31, 2 ** 53, '1', -0, 1.5, null)),
      ctime: time,
      expire: time,
      payload: fc.oneof(text, fc.constantFrom(payload(), {}, null)),
    },
    { requiredKeys: [] },
  );
  const options = fc.record(
    {
      appId: fc.constantFrom(1, 1234567890),
      userId: fc.constantFrom('demo', 'root'),
      service: fc.constantFrom('express' as const, 'zim' as const),
      clockToleranceInSeconds: fc.constantFrom(0, 50),
    },
    { requiredKeys: [] },
  );
  const mode = fc.constantFrom('cbc' as const, 'gcm' as const);
  await fc.assert(
    fc.asyncProperty(fields, options, mode, fc.boolean(), async (some, policy, mode, isSame) => {
      const all = { ...FIELDS, ...some };
      const { expire } = all;
      const isInteger = isSame && Number.isSafeInteger(expire);
      const outerExpire = isInteger ? (expire as number) : FIELDS.expire;
      const token = makeToken({ fields: all, mode, outerExpire });
      const verifying = { ...policy, serverSecret: SECRET, now: NOW };
      const isAccepted = await verifyToken04(token, verifying).then(
        () => true,
        () => false,
      );
      const { verdict } = await diagnose(token, { ...verifying, userIdProfiles: [] });
      expect(verdict).toBe(isAccepted ? 'good' : 'bad');
    }),
    { seed, numRuns: 2000 },
  );
});

test('no finding and no text holds the secret, the plaintext, the user, the room or the token', async () => {
  const confidential = fc.stringMatching(/^[a-z]{12,20}$/);
  const key = fc.constantFrom(SECRET, SECRET.slice(0, 16), APP_SIGN.slice(0, 32), Buffer.alloc(32));
  await fc.assert(
    fc.asyncProperty(
      confidential,
      confidential,
      key,
      fc.boolean(),
      async (user, room, key, odd) => {
        const privilege = odd ? { [`${room}-${SECRET}`]: 2 } : { 1: 0, 2: 2 };
        const fields = { user_id: user, payload: payload({ room_id: room, privilege }) };
        const plaintext = JSON.stringify({ ...FIELDS, ...fields });
        const token = makeToken({ plaintext, key });
        const options: DiagnoseOptions = {
          serverSecret: [SECRET, APP_SIGN],
          appId: 5,
          userId: 'expected-user',
          roomId: 'expected-room',
          streamId: 'expected-stream',
          service: odd ? 'zim' : 'express',
          now: NOW,
        };
        for (const input of [token, encodeURIComponent(token), `${token}#${room}`, `"${token}`]) {
          const words = wordsOf((await diagnose(input, options)).findings);
          for (const hidden of [
            SECRET,
            APP_SIGN,
            user,
            room,
            plaintext,
            token,
            'expected-user',
            'expected-room',
            'expected-stream',
          ]) {
            expect(words.includes(hidden)).toBe(false);
          }
        }
      },
    ),
    { seed, numRuns: 200 },
  );
});
