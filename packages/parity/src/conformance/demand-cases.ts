import { createDecipheriv } from 'node:crypto';
import type { Token04Claims } from '@token04/core';
import { loadOddVectors, type Mode, type OddVector } from '@token04/fixtures';
import type { Case } from './case.ts';
import { accepted } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, failure, refusal } from './expectation.ts';
import { subsets } from './generate-cases.ts';
import { CLAIMS, CTIME, EXPIRE, ORDINARY, OTHER_SECRET, otherThan, seal } from './tokens.ts';
import { inMode, verifyCase } from './verify-cases.ts';

const SECRET = ORDINARY.secret;
const now = CTIME;

/** Demands that nothing can meet, users that look alike, and every demand with every other one. */
export function* demandCases(description: Description): Generator<Case> {
  for (const mode of description.verify) {
    yield* impossibleCases(mode);
    yield* userCases(mode);
    yield* appCases(mode);
    yield* combinationCases(mode, description);
    yield* rotationCases(mode, description);
  }
}

/** Refused whatever the token says: a demand that is falsy is no permission. */
function* impossibleCases(mode: Mode): Generator<Case> {
  const token = seal(mode, CLAIMS);
  const half = '\ud800';
  const impossible: { readonly [name: string]: { readonly [field: string]: unknown } } = {
    'user-empty': { userId: '' },
    'user-a-lone-surrogate': { userId: half },
    'app-0': { appId: 0 },
    'app-minus-one': { appId: -1 },
    'app-minus-its-own': { appId: -CLAIMS.appId },
    'app-2-to-32': { appId: 2 ** 32 },
    'app-2-to-32-and-its-own': { appId: 2 ** 32 + CLAIMS.appId },
    'app-2-to-64-and-its-own': { appId: 2n ** 64n + BigInt(CLAIMS.appId) },
    'modes-none': { modes: [] },
    'modes-unknown': { modes: ['ctr'] },
    'modes-its-own-and-an-unknown': { modes: [mode, 'ctr'] },
    'modes-in-capitals': { modes: [mode.toUpperCase()] },
    'modes-the-empty-text': { modes: [''] },
    'an-unknown-field': { roomId: 'demo' },
    'a-field-in-another-case': { userid: CLAIMS.userId },
  };
  for (const [name, demands] of Object.entries(impossible)) {
    yield verifyCase(inMode(mode, `demand/${name}`), { token, now, ...demands }, refusal);
  }
  const nobody = seal(mode, { ...CLAIMS, userId: '' });
  const fields = { token: nobody, now, userId: '' };
  yield verifyCase(inMode(mode, 'demand/user-empty-of-nobody'), fields, refusal);
}

const USERS: readonly string[] = [
  'demo',
  'Demo',
  'demo ',
  ' demo',
  'demo\t',
  'demo\0',
  'demo\0root',
  'dem',
  'demo1',
  'd\u0435mo',
  // With the same low bytes as 'demo': what is left where a text is written as Latin-1.
  'd\u0165mo',
  ' ',
  '\u00e9',
  'e\u0301',
  '\u5f20\u4e09',
  '\u5f35\u4e09',
  '\u0645\u062d\u0645\u062f',
  '\u05d3\u05de\u05d5',
  '\u{1f600}',
  '\u{1f601}',
  '\ufffd',
  'stra\u00dfe',
  'strasse',
  '\u0130',
  'i',
  '10',
  '1e1',
  '010',
  '0x0a',
  'null',
  'undefined',
  'u'.repeat(64),
  'u'.repeat(65),
  'u'.repeat(4000),
];

/** Each user is itself, and none of the others. */
function* userCases(mode: Mode): Generator<Case> {
  for (const [index, userId] of USERS.entries()) {
    const claims = { ...CLAIMS, userId };
    const token = seal(mode, claims);
    yield verifyCase(
      inMode(mode, `user/${index}-itself`),
      { token, now, userId },
      accepted(claims),
    );
    for (const [other, wanted] of USERS.entries()) {
      if (other === index) continue;
      const head = inMode(mode, `user/${index}-is-not-${other}`);
      yield verifyCase(head, { token, now, userId: wanted }, failure('Mismatch'));
    }
  }
  for (const [name, wanted] of Object.entries({
    'another-user': 'demo',
    'a-user-in-another-case': 'z\u00fcrich',
    'a-user-in-another-normal-form': 'Zu\u0308rich',
    'a-user-with-a-blank': 'Z\u00fcrich ',
    'the-start-of-the-user': 'Z\u00fcric',
  })) {
    const fields = { token: seal(mode, CLAIMS), now, userId: wanted };
    yield verifyCase(inMode(mode, name), fields, failure('Mismatch'));
  }
}

/** Apps that are equal in fewer bits, or in a float of 32 bits. */
function* appCases(mode: Mode): Generator<Case> {
  const pairs: readonly (readonly [number, number])[] = [
    [1, 65_537],
    [1, 257],
    [16_777_216, 16_777_217],
    [16_777_217, 16_777_216],
    [4_294_967_295, 4_294_967_294],
    [4_294_967_295, 2_147_483_647],
    [2_147_483_648, 2_147_483_649],
    [1, 2],
    [12, 123],
  ];
  for (const [appId, wanted] of pairs) {
    const claims = { ...CLAIMS, appId };
    const token = seal(mode, claims);
    const name = `app/${appId}`;
    const itself = inMode(mode, `${name}-itself-not-${wanted}`);
    yield verifyCase(itself, { token, now, appId }, accepted(claims));
    const head = inMode(mode, `${name}-is-not-${wanted}`);
    yield verifyCase(head, { token, now, appId: wanted }, failure('Mismatch'));
  }
}

interface Violation {
  readonly name: string;
  readonly fields: { readonly [name: string]: unknown };
  /** What is demanded otherwise than in the demands that are met. */
  readonly replaces: string;
  readonly expected: Expectation;
}

/** Every subset of demands that are met is accepted, and with each of them each violation is seen. */
function* combinationCases(mode: Mode, { options = [] }: Description): Generator<Case> {
  const token = seal(mode, CLAIMS);
  const met: { readonly [name: string]: unknown } = {
    appId: CLAIMS.appId,
    userId: CLAIMS.userId,
    modes: [mode],
    ...(options.includes('clockToleranceInSeconds') && { clockToleranceInSeconds: 5 }),
    ...(options.includes('service') && { service: 'zim' }),
  };
  const violations: readonly Violation[] = [
    violation('another-app', 'appId', { appId: CLAIMS.appId + 1 }, failure('Mismatch')),
    violation('another-user', 'userId', { userId: 'root' }, failure('Mismatch')),
    violation('another-mode', 'modes', { modes: [otherThan(mode)] }, failure('Mismatch')),
    violation('expired', '', { now: EXPIRE + 5 }, failure('Expired')),
    violation('another-secret', '', { serverSecret: OTHER_SECRET }, failure('Decryption')),
    violation('nobody', '', { token: seal(mode, { ...CLAIMS, userId: '' }) }, failure('Claims')),
    violation(
      'no-lifetime',
      '',
      { token: seal(mode, { ...CLAIMS, ctime: EXPIRE }) },
      failure('Claims'),
    ),
    violation(
      'another-expire-outside',
      '',
      { token: seal(mode, CLAIMS, { expire: EXPIRE + 1 }) },
      failure('Claims'),
    ),
  ];
  for (const names of subsets(Object.keys(met))) {
    const demands = Object.fromEntries(names.map((name) => [name, met[name]]));
    const id = names.length === 0 ? 'nothing' : names.join('-');
    const head = inMode(mode, `with/${id}/accepted`);
    yield verifyCase(head, { token, now, ...demands }, accepted(CLAIMS));
    for (const { name, replaces, fields, expected } of violations) {
      if (names.includes(replaces)) continue;
      const violated = { token, now, ...demands, ...fields };
      yield verifyCase(inMode(mode, `with/${id}/${name}`), violated, expected);
    }
  }
}

function violation(
  name: string,
  replaces: string,
  fields: Violation['fields'],
  expected: Expectation,
): Violation {
  return { name, replaces, fields, expected };
}

/** Of which OTHER_SECRET finds well-formed text, so that only a parser sees that it is wrong. */
const TEXT_TO_OTHER = 'json/text-to-another-secret-too';

/**
 * Claims whose token another secret decrypts to something with a good padding, as it does one in
 * 256: that the secret is wrong says only what comes out.
 */
function unpaddedByOther(): Token04Claims {
  let claims = CLAIMS;
  while (!unpads(seal('cbc', claims), OTHER_SECRET))
    claims = { ...claims, nonce: claims.nonce + 1 };
  return claims;
}

function unpads(token: string, secret: string): boolean {
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

/** Several secrets, of which the first that decrypts counts. */
function* rotationCases(mode: Mode, { options = [] }: Description): Generator<Case> {
  if (!options.includes('serverSecrets')) return;
  const token = seal(mode, CLAIMS);
  const third = SECRET.replace('f', 'e');
  const lists: readonly (readonly [string, readonly string[], Expectation])[] = [
    ['one-of-one', [SECRET], accepted(CLAIMS)],
    ['the-first-of-two', [SECRET, OTHER_SECRET], accepted(CLAIMS)],
    ['the-second-of-two', [OTHER_SECRET, SECRET], accepted(CLAIMS)],
    ['the-last-of-three', [OTHER_SECRET, third, SECRET], accepted(CLAIMS)],
    ['the-same-twice', [SECRET, SECRET], accepted(CLAIMS)],
    ['none-of-two', [OTHER_SECRET, third], failure('Decryption')],
    ['an-empty-list', [], refusal],
    ['one-that-is-too-short', [SECRET, SECRET.slice(1)], refusal],
    ['an-empty-one', ['', SECRET], refusal],
  ];
  for (const count of [4, 5, 8, 9, 16, 17, 33, 100]) {
    const wrong = Array.from({ length: count - 1 }, (_, index) =>
      SECRET.slice(0, -3).concat(String(index + 100)),
    );
    const head = inMode(mode, `secrets/the-last-of-${count}`);
    const fields = { token, now, serverSecret: [...wrong, SECRET] };
    yield verifyCase(head, fields, accepted(CLAIMS));
  }
  for (const [name, serverSecret, expected] of lists) {
    const head = inMode(mode, `secrets/${name}`);
    yield verifyCase(head, { token, now, serverSecret }, expected);
  }
  if (mode === 'cbc') {
    const claims = unpaddedByOther();
    const fields = { token: seal(mode, claims), now, serverSecret: [OTHER_SECRET, SECRET] };
    const head = inMode(mode, 'secrets/the-second-where-the-first-unpads');
    yield verifyCase(head, fields, accepted(claims));
    const text = loadOddVectors().find(({ id }) => id === TEXT_TO_OTHER) as OddVector;
    const textFields = { ...fields, token: text.token, now: text.claims.ctime };
    const moves = inMode(mode, 'secrets/the-second-where-the-first-finds-text');
    yield verifyCase(moves, textFields, accepted(text.claims));
    const twice = { ...fields, serverSecret: [OTHER_SECRET, OTHER_SECRET] };
    yield verifyCase(inMode(mode, 'secrets/none-that-unpads'), twice, failure('Decryption'));
  }
  // A failure that is not of the secret is the token's, whatever secrets follow.
  const both = [SECRET, OTHER_SECRET];
  const nobody = { token: seal(mode, { ...CLAIMS, userId: '' }), now, serverSecret: both };
  yield verifyCase(inMode(mode, 'secrets/claims-do-not-move-on'), nobody, failure('Claims'));
  const wrongType = seal(mode, '{"app_id":"1"}');
  const fields = { token: wrongType, now, serverSecret: both };
  yield verifyCase(inMode(mode, 'secrets/types-do-not-move-on'), fields, failure('Claims'));
  const ofTheSecond = { ...nobody, serverSecret: [OTHER_SECRET, SECRET] };
  yield verifyCase(inMode(mode, 'secrets/claims-of-the-second'), ofTheSecond, failure('Claims'));
  const noObject = { ...ofTheSecond, token: seal(mode, '0') };
  yield verifyCase(inMode(mode, 'secrets/no-object-of-the-second'), noObject, failure('Claims'));
  yield verifyCase(
    inMode(mode, 'secrets/no-object-does-not-move-on'),
    { ...noObject, serverSecret: both },
    failure('Claims'),
  );
  const [one, other] = ['x', 'y'].map((end) => `${SECRET.slice(0, 16)}\0${end.repeat(15)}`);
  const ofOther = seal(mode, CLAIMS, { serverSecret: other as string });
  yield verifyCase(
    inMode(mode, 'secrets/alike-up-to-a-nul'),
    { token: ofOther, now, serverSecret: [one as string, other as string] },
    accepted(CLAIMS),
  );
  const expired = { token, now: EXPIRE, serverSecret: [OTHER_SECRET, SECRET] };
  yield verifyCase(inMode(mode, 'secrets/expired'), expired, failure('Expired'));
}
