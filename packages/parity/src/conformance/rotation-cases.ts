import { createDecipheriv } from 'node:crypto';
import type { Token04Claims } from '@token04/core';
import { loadOddVectors, type Mode, type OddVector } from '@token04/fixtures';
import type { Case } from './case.ts';
import { accepted } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, failure, refusal } from './expectation.ts';
import { CLAIMS, CTIME, EXPIRE, ORDINARY, OTHER_SECRET, seal } from './tokens.ts';
import { inMode, verifyCase } from './verify-cases.ts';

const SECRET = ORDINARY.secret;
/** A third one, which fits no token. */
const THIRD_SECRET = SECRET.replace('f', 'e');
const BOTH = [SECRET, OTHER_SECRET];
const TURNED = [OTHER_SECRET, SECRET];

type Judge = (
  name: string,
  token: string,
  serverSecret: readonly string[],
  expected: Expectation,
  now?: number,
) => Case;

/** Several secrets, of which the first that decrypts counts. */
export function* rotationCases(mode: Mode, { options = [] }: Description): Generator<Case> {
  if (!options.includes('serverSecrets')) return;
  const judge: Judge = (name, token, serverSecret, expected, now = CTIME) =>
    verifyCase(inMode(mode, `secrets/${name}`), { token, now, serverSecret }, expected);
  yield* listCases(mode, judge);
  if (mode === 'cbc') yield* goodPaddingCases(judge);
  yield* laterFailureCases(mode, judge);

  const [one, other] = ['x', 'y'].map((end) => `${SECRET.slice(0, 16)}\0${end.repeat(15)}`) as [
    string,
    string,
  ];
  const ofOther = seal(mode, CLAIMS, { serverSecret: other });
  yield judge('alike-up-to-a-nul', ofOther, [one, other], accepted(CLAIMS));
  yield judge('expired', seal(mode, CLAIMS), TURNED, failure('Expired'), EXPIRE);
}

/** The right secret at each place of a short list and at the end of long ones; wrong lists. */
function* listCases(mode: Mode, judge: Judge): Generator<Case> {
  const token = seal(mode, CLAIMS);
  for (const count of [4, 5, 8, 9, 16, 17, 33, 100]) {
    const wrong = Array.from({ length: count - 1 }, (_, index) =>
      SECRET.slice(0, -3).concat(String(index + 100)),
    );
    yield judge(`the-last-of-${count}`, token, [...wrong, SECRET], accepted(CLAIMS));
  }
  const lists: readonly (readonly [string, readonly string[], Expectation])[] = [
    ['one-of-one', [SECRET], accepted(CLAIMS)],
    ['the-first-of-two', BOTH, accepted(CLAIMS)],
    ['the-second-of-two', TURNED, accepted(CLAIMS)],
    ['the-last-of-three', [OTHER_SECRET, THIRD_SECRET, SECRET], accepted(CLAIMS)],
    ['the-same-twice', [SECRET, SECRET], accepted(CLAIMS)],
    ['none-of-two', [OTHER_SECRET, THIRD_SECRET], failure('Decryption')],
    ['an-empty-list', [], refusal],
    ['one-that-is-too-short', [SECRET, SECRET.slice(1)], refusal],
    ['an-empty-one', ['', SECRET], refusal],
  ];
  for (const [name, secrets, expected] of lists) yield judge(name, token, secrets, expected);
}

/** An odd vector: OTHER_SECRET decrypts it to well-formed text, which only a JSON parser refuses. */
const TEXT_TO_OTHER = 'json/text-to-another-secret-too';

/** A wrong secret is passed over as well where it leaves a good padding, as it does once in 256 times. */
function* goodPaddingCases(judge: Judge): Generator<Case> {
  const claims = claimsWithGoodPadding();
  const token = seal('cbc', claims);
  yield judge('the-second-where-the-first-unpads', token, TURNED, accepted(claims));
  const text = loadOddVectors().find(({ id }) => id === TEXT_TO_OTHER) as OddVector;
  const read = accepted(text.claims);
  const { ctime } = text.claims;
  yield judge('the-second-where-the-first-finds-text', text.token, TURNED, read, ctime);
  const twice = [OTHER_SECRET, OTHER_SECRET];
  yield judge('none-that-unpads', token, twice, failure('Decryption'));
}

/** Claims whose token has a good padding under OTHER_SECRET too: what comes out is no JSON. */
function claimsWithGoodPadding(): Token04Claims {
  let claims = CLAIMS;
  while (!hasGoodPadding(seal('cbc', claims), OTHER_SECRET)) {
    claims = { ...claims, nonce: claims.nonce + 1 };
  }
  return claims;
}

function hasGoodPadding(token: string, secret: string): boolean {
  const body = Buffer.from(token.slice(2), 'base64');
  const decipher = createDecipheriv('aes-256-cbc', Buffer.from(secret), body.subarray(10, 26));
  decipher.update(body.subarray(28));
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

/** A failure behind the decryption is the token's own, so that no other secret is tried for it. */
function* laterFailureCases(mode: Mode, judge: Judge): Generator<Case> {
  const expected = failure('Claims');
  const nobody = seal(mode, { ...CLAIMS, userId: '' });
  yield judge('claims-do-not-move-on', nobody, BOTH, expected);
  yield judge('types-do-not-move-on', seal(mode, '{"app_id":"1"}'), BOTH, expected);
  yield judge('claims-of-the-second', nobody, TURNED, expected);
  const noObject = seal(mode, '0');
  yield judge('no-object-of-the-second', noObject, TURNED, expected);
  yield judge('no-object-does-not-move-on', noObject, BOTH, expected);
}
