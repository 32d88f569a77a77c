import { createHash } from 'node:crypto';
import type { Mode } from '@token04/fixtures';
import { type Case, must, single } from './case.ts';
import { readBy } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, failure, refusal } from './expectation.ts';
import { type ReadingOp, readingOps, readingRequest } from './reading-ops.ts';
import { CLAIMS, ORDINARY, seal } from './tokens.ts';

const SECRET = ORDINARY.secret;
const inBase64 = Buffer.from(SECRET).toString('base64');

/** What is given as the secret, and the key that a forgiving reader would make of it. */
const WRONG: { readonly [name: string]: readonly [given: string, keyText: string] } = {
  'of-31-and-nul': [SECRET.slice(0, 31), `${SECRET.slice(0, 31)}\0`],
  'of-31-and-zero': [SECRET.slice(0, 31), `${SECRET.slice(0, 31)}0`],
  'of-31-and-blank': [SECRET.slice(0, 31), `${SECRET.slice(0, 31)} `],
  'of-31-and-zero-before': [SECRET.slice(1), `0${SECRET.slice(1)}`],
  'of-16-and-nuls': [SECRET.slice(0, 16), SECRET.slice(0, 16).padEnd(32, '\0')],
  'of-16-twice': [SECRET.slice(0, 16), SECRET.slice(0, 16).repeat(2)],
  'of-33-cut': [`${SECRET}0`, SECRET],
  'of-33-cut-before': [`0${SECRET}`, SECRET],
  'of-64-cut': [SECRET + SECRET, SECRET],
  'of-64-hex-digits-decoded': [Buffer.from(SECRET).toString('hex'), SECRET],
  'of-64-capitals-decoded': [Buffer.from(SECRET).toString('hex').toUpperCase(), SECRET],
  'of-44-in-base64-decoded': [inBase64, SECRET],
  'of-44-in-base64-cut': [inBase64, inBase64.slice(0, 32)],
  'with-a-line-end': [`${SECRET}\n`, SECRET],
  'with-a-windows-line-end': [`${SECRET}\r\n`, SECRET],
  'with-a-blank-behind': [`${SECRET} `, SECRET],
  'with-a-blank-before': [` ${SECRET}`, SECRET],
  'with-a-tab-before': [`\t${SECRET}`, SECRET],
  'with-a-byte-order-mark': [`\ufeff${SECRET}`, SECRET],
  'with-a-nul-behind': [`${SECRET}\0`, SECRET],
  'in-quotes': [`"${SECRET}"`, SECRET],
  'in-single-quotes': [`'${SECRET}'`, SECRET],
  'of-two-byte-characters-cut': ['\u00e9'.repeat(32), '\u00e9'.repeat(16)],
  'hashed-to-hex': ['a phrase', createHash('sha256').update('a phrase').digest('hex').slice(0, 32)],
  empty: ['', '\0'.repeat(32)],
};

/** Secrets of 32 bytes that are another key: a reader must take the text as it is. */
const OTHER: { readonly [name: string]: readonly [given: string, keyText: string] } = {
  'in-capitals': [SECRET.toUpperCase(), SECRET],
  'with-blanks-around': [` ${SECRET.slice(2)} `, `${SECRET.slice(2)}\0\0`],
  'cut-at-a-nul': [
    `${SECRET.slice(0, 16)}\0${'x'.repeat(15)}`,
    SECRET.slice(0, 16).padEnd(32, '\0'),
  ],
  'alike-up-to-a-nul': [
    `${SECRET.slice(0, 16)}\0${'x'.repeat(15)}`,
    `${SECRET.slice(0, 16)}\0${'y'.repeat(15)}`,
  ],
};

/** Of 32 bytes, and good. */
const GOOD: { readonly [name: string]: string } = {
  'with-a-nul': `${SECRET.slice(0, 16)}\0${SECRET.slice(17)}`,
  'that-ends-with-a-nul': `${SECRET.slice(0, 31)}\0`,
  'that-starts-with-a-nul': `\0${SECRET.slice(1)}`,
  'with-blanks-around': ` ${SECRET.slice(2)} `,
  'that-ends-with-a-line': `${SECRET.slice(1)}\n`,
  'in-capitals': SECRET.toUpperCase(),
  'in-quotes': `"${SECRET.slice(2)}"`,
  'of-two-byte-characters': '\u00e9'.repeat(16),
  'of-four-byte-characters': '\u{1f600}'.repeat(8),
  'with-a-decomposed-letter': `e\u0301${SECRET.slice(3)}`,
};

/** A secret is 32 bytes of text, and is taken as it is, also for reading. */
export function* secretCases(description: Description): Generator<Case> {
  for (const [op, mode] of readingOps(description)) yield* casesOf(op, mode);
}

function* casesOf(op: ReadingOp, mode: Mode): Generator<Case> {
  const given = (
    name: string,
    serverSecret: string,
    keyText: string,
    expected: Expectation,
  ): Case => {
    const token = seal(mode, CLAIMS, { serverSecret: keyText });
    const head = must(`${op}/${mode}/secret/${name}`, 'specification 1');
    return single(head, readingRequest(op, token, serverSecret), expected);
  };
  for (const [name, [serverSecret, keyText]] of Object.entries(WRONG)) {
    yield given(name, serverSecret, keyText, refusal);
    // The same with a token of the right key, for a reader that takes only a part of what is given.
    yield given(`${name}-of-the-right-token`, serverSecret, SECRET, refusal);
  }
  for (const [name, [serverSecret, keyText]] of Object.entries(OTHER)) {
    yield given(`${name}-is-another`, serverSecret, keyText, failure('Decryption'));
  }
  for (const [name, secret] of Object.entries(GOOD)) {
    yield given(`${name}-fits`, secret, secret, readBy(op, CLAIMS));
  }
  const half = `${SECRET.slice(1)}\ud800`;
  yield given('with-a-lone-surrogate', half, `${SECRET.slice(1)}?`, refusal);
}
