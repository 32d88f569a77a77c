import { assert } from 'chai';
import fc from 'fast-check';
import { batched, lifetimes, requests, userIds } from './arbitraries.ts';
import { APP_ID, bodyOf, encoded, fails, MODES, SECRET, type Suite, tokenOf } from './harness.ts';

export function propertySuite(suite: Suite): void {
  const { core, test, seed } = suite;
  const parameters = (numRuns: number) => ({ seed, numRuns });

  for (const mode of MODES) {
    test(`${mode}: decode(issue(x)) = x`, () =>
      fc.assert(
        fc.asyncProperty(requests, async ({ appId, secret, ...request }) => {
          const before = Math.floor(Date.now() / 1000);
          const token = await core
            .createIssuer({ appId, serverSecret: secret, mode })
            .issue(request);
          const after = Math.floor(Date.now() / 1000);
          const { claims, ...decoded } = await core.decodeToken04(token, secret);
          assert.equal(decoded.mode, mode);
          const { ctime, expire, nonce, ...said } = claims;
          assert.deepEqual(said, { appId, userId: request.userId, payload: request.payload });
          assert.isTrue(before <= ctime && ctime <= after);
          assert.equal(expire - ctime, request.effectiveTimeInSeconds);
          assert.isTrue(nonce === (nonce | 0));
          const inspected = core.inspectToken04(token);
          assert.equal(inspected.expire, expire);
        }),
        parameters(200),
      ));

    test(`${mode}: issueMany makes of each request what issue would, whatever stands beside it`, () =>
      fc.assert(
        fc.asyncProperty(fc.array(batched, { maxLength: 12 }), async (batch) => {
          const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET, mode });
          const tokens = await issuer.issueMany(batch);
          assert.equal(tokens.length, batch.length);
          const ctimes = new Set<number>();
          for (const [index, request] of batch.entries()) {
            const { userId, effectiveTimeInSeconds, payload = '', room } = request;
            const { claims } = await core.decodeToken04(tokens[index] as string, SECRET);
            assert.equal(claims.userId, userId);
            assert.equal(claims.payload, room === undefined ? payload : core.roomPayload(room));
            assert.equal(claims.expire - claims.ctime, effectiveTimeInSeconds);
            ctimes.add(claims.ctime);
          }
          assert.isAtMost(ctimes.size, 1);
        }),
        parameters(100),
      ));

    test(`${mode}: verify accepts at every second before expire and refuses at expire`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 2 ** 40 }),
          lifetimes,
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          async (ctime, lifetime, part) => {
            const expire = ctime + lifetime;
            const token = await encoded(suite, { ctime, expire }, mode);
            for (const now of [ctime, ctime + Math.floor(lifetime * part), expire - 1]) {
              const claims = await core.verifyToken04(token, { serverSecret: SECRET, now });
              assert.equal(claims.expire, expire);
            }
            const late = [expire, expire + 1];
            for (const now of late) {
              await fails(() => core.verifyToken04(token, { serverSecret: SECRET, now }), {
                code: 'ERR_TOKEN04_EXPIRED',
              });
            }
          },
        ),
        parameters(50),
      ));

    test(`${mode}: any truncation and any byte more is malformed`, () =>
      fc.assert(
        fc.asyncProperty(
          userIds,
          fc.nat(),
          fc.integer({ min: 0, max: 255 }),
          async (userId, length, byte) => {
            const token = await encoded(suite, { userId }, mode);
            const body = bodyOf(token);
            const shorter = body.slice(0, length % body.length);
            const longer = Uint8Array.from([...body, mode === 'cbc' && byte === 0 ? 2 : byte]);
            for (const bad of [
              tokenOf(shorter),
              tokenOf(longer),
              token.slice(0, length % token.length),
            ]) {
              // A GCM token without its mode byte is a frame of CBC, with an IV that does not fit.
              await fails(() => core.decodeToken04(bad, SECRET), { code: 'ERR_TOKEN04_MALFORMED' });
            }
          },
        ),
        parameters(100),
      ));

    test(`${mode}: any other spelling of the base64 is malformed`, () =>
      fc.assert(
        fc.asyncProperty(userIds, fc.nat(), fc.nat(), async (userId, at, which) => {
          const token = await encoded(suite, { userId }, mode);
          const position = 2 + (at % (token.length - 1));
          const extra = ['\n', ' ', '\t', '=', '\r\n', '-', '_', '\0', 'é'][which % 9] as string;
          const spelled = [
            token.slice(0, position) + extra + token.slice(position),
            ...strayBits(token),
            ...(token.endsWith('=') ? [token.slice(0, -1), `${token}=`] : [`${token}=`]),
          ];
          for (const bad of spelled) {
            await fails(() => core.decodeToken04(bad, SECRET), { code: 'ERR_TOKEN04_MALFORMED' });
          }
        }),
        parameters(100),
      ));
  }

  test('gcm: any bit of iv, ciphertext or tag flipped is ERR_TOKEN04_DECRYPTION', async () => {
    const token = await encoded(suite);
    const body = bodyOf(token);
    // Every bit, and not some: 12 bytes of IV from 10 on, the ciphertext up to the mode byte.
    for (let bit = 80; bit < (body.length - 1) * 8; bit++) {
      const byte = bit >> 3;
      if (byte === 22 || byte === 23) continue; // the length of the ciphertext
      const flipped = body.slice();
      flipped[byte] = (flipped[byte] as number) ^ (1 << (bit & 7));
      await fails(() => core.decodeToken04(tokenOf(flipped), SECRET), {
        code: 'ERR_TOKEN04_DECRYPTION',
      });
    }
  });
  for (const mode of MODES) {
    test(`${mode}: any bit of the outer expire flipped is ERR_TOKEN04_CLAIMS`, async () => {
      const body = bodyOf(await encoded(suite, {}, mode));
      for (let bit = 0; bit < 64; bit++) {
        const flipped = body.slice();
        flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
        await fails(() => core.decodeToken04(tokenOf(flipped), SECRET), {
          code: 'ERR_TOKEN04_CLAIMS',
        });
      }
    });
  }
}

/** The same token with bits set in its last base64 digit that no byte holds, if there are any. */
function strayBits(token: string): string[] {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const padding = token.length - token.replace(/=+$/, '').length;
  if (padding === 0) return [];
  const last = token.length - padding - 1;
  const digit = alphabet[alphabet.indexOf(token[last] as string) + 1] as string;
  return [token.slice(0, last) + digit + '='.repeat(padding)];
}
