// What random requests for tokens are made of.
import fc from 'fast-check';
import type { Token04Request } from '../../src/index.ts';

const appIds = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary-ascii' }),
);
export const userIds = texts.filter((text) => text.length >= 1 && text.length <= 64);
export const lifetimes = fc.integer({ min: 1, max: 315_360_000 });
/** Text of exactly 32 UTF-8 bytes: a random prefix, filled up. */
const secrets = fc.string({ unit: 'binary', maxLength: 32 }).map((text) => {
  let secret = '';
  const size = (value: string) => new TextEncoder().encode(value).length;
  for (const character of text) {
    if (size(secret + character) <= 32) secret += character;
  }
  return secret + 'x'.repeat(32 - size(secret));
});
export const requests = fc.record({
  appId: appIds,
  userId: userIds,
  secret: secrets,
  effectiveTimeInSeconds: lifetimes,
  payload: texts,
});

/** Requests for one call: their payloads are few, so that some come twice, one after another or not. */
export const batched: fc.Arbitrary<Token04Request> = fc
  .record({ userId: userIds, effectiveTimeInSeconds: lifetimes })
  .chain((fields) =>
    fc.oneof(
      fc.constant(fields),
      fc.constantFrom('', 'a', 'b', '"', '流').map((payload) => ({ ...fields, payload })),
      fc.constantFrom('a', 'b').map((roomId) => ({ ...fields, room: { roomId } })),
    ),
  );
