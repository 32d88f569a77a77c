import type { Mode } from '@token04/fixtures';
import type { Case } from './case.ts';
import { accepted } from './claims.ts';
import { failure } from './expectation.ts';
import { MAX_PORTABLE_USER_ID } from './limits.ts';
import { CLAIMS, CTIME, seal } from './tokens.ts';
import { inMode, verifyCase } from './verify-cases.ts';

const now = CTIME;

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
  'u'.repeat(MAX_PORTABLE_USER_ID),
  'u'.repeat(MAX_PORTABLE_USER_ID + 1),
  'u'.repeat(4000),
];

/** In bytes. A user has as many before the first that differs: buffers are as long, or shorter. */
const COMMON_STARTS = [31, 63, 64, 127, 128, 254, 255, 256, 1023, 1024, 4095, 4096, 8191, 16_384];

/** Each user is itself, and none of the others. */
export function* userCases(mode: Mode): Generator<Case> {
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
    // Its bytes without the high bit of each.
    'the-user-in-7-bits': 'ZC<rich',
  })) {
    const fields = { token: seal(mode, CLAIMS), now, userId: wanted };
    yield verifyCase(inMode(mode, name), fields, failure('Mismatch'));
  }
  for (const length of COMMON_STARTS) {
    const start = 'u'.repeat(length);
    const token = seal(mode, { ...CLAIMS, userId: `${start}a` });
    for (const [name, wanted] of Object.entries({
      'another-end': `${start}b`,
      'no-end': start,
      'an-end-of-256-more': `${start}a${'u'.repeat(256)}`,
    })) {
      const head = inMode(mode, `user/equal-in-${length}-bytes-and-${name}`);
      yield verifyCase(head, { token, now, userId: wanted }, failure('Mismatch'));
    }
  }
}

/** Apps that are equal in fewer bits, or in a float of 32 bits. */
export function* appCases(mode: Mode): Generator<Case> {
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
