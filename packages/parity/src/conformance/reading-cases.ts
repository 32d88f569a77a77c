import type { Token04Claims } from '@token04/core';
import type { Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import { type Case, type Level, single } from './case.ts';
import { readBy } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, either, failure } from './expectation.ts';
import { FALSY } from './falsy.ts';
import { BLANKS, brokenValues, PLACES } from './lax-json.ts';
import { type ReadingOp, readingOps, readingRequest } from './reading-ops.ts';
import { CLAIMS, CTIME, EXPIRE, seal } from './tokens.ts';

/** Numbers that are no integers, or out of range. */
const NO_INTEGERS: { readonly [name: string]: string } = {
  'a-fraction-by-its-exponent': '15e-1',
  'a-fraction-in-capitals': '15E-1',
  'a-fraction-and-an-exponent-of-0': '1.5e0',
  'a-fraction-and-an-exponent-with-a-plus': '1.25e+1',
  'a-long-fraction-by-its-exponent': '17000000005e-1',
  'a-half': '5e-1',
  'a-small-fraction': '1e-9',
  'a-negative-fraction-by-its-exponent': '-15e-1',
  'beyond-64-bits-by-its-exponent': '1e20',
  'beyond-53-bits-by-its-exponent': '9007199254740992e0',
};

/** Beyond what a double holds, which some parsers take for no JSON. */
const BEYOND_DOUBLES: { readonly [name: string]: string } = {
  'beyond-all-types': '1e400',
  'below-all-types': '-1e400',
  'of-400-digits': '9'.repeat(400),
};

/** A double rounds them to an integer; a parser that looks at all digits refuses them. */
const ROUNDED: { readonly [name: string]: readonly [literal: string, value: number] } = {
  'nearly-2': ['1.9999999999999999e0', 2],
  'a-little-over-1': ['1.00000000000000000001', 1],
  'so-small-that-it-is-0': ['1e-400', 0],
};

/** Integers to a parser that looks at the value, and fractions to one that looks at the spelling. */
const SPELT: { readonly [name: string]: (value: number) => string } = {
  'with-an-exponent-of-0': (value) => `${value}e0`,
  'with-an-exponent-of-plus-0': (value) => `${value}E+0`,
  'with-a-fraction-of-0': (value) => `${value}.000`,
  'with-an-exponent-that-takes-zeros-away': (value) => `${value}00e-2`,
  'with-all-digits-in-the-fraction': (value) => `0.${value}e${String(value).length}`,
};

/** Well-formed in UTF-8, and left out or replaced by some strict decoders. */
const NONCHARACTERS: { readonly [name: string]: string } = {
  'of-the-basic-plane': '\ufdd0\ufdef\ufffe\uffff',
  'of-other-planes': '\u{1fffe}\u{1ffff}\u{10fffe}\u{10ffff}',
  'and-a-byte-order-mark': 'a\ufeffb',
};

const NUMBERS = ['app_id', 'nonce', 'ctime', 'expire'] as const;
type Named = (typeof NUMBERS)[number];

const VALUES: { readonly [name in Named]: number } = {
  app_id: CLAIMS.appId,
  nonce: CLAIMS.nonce,
  ctime: CTIME,
  expire: EXPIRE,
};

const decryption = failure('Decryption');
const claimsFault = failure('Claims');

/** What parsers, comparisons and types make of a plaintext that looks odd. */
export function* readingCases(description: Description): Generator<Case> {
  for (const [op, mode] of readingOps(description)) yield* casesOf(op, mode);
}

function* casesOf(op: ReadingOp, mode: Mode): Generator<Case> {
  const judge = (
    name: string,
    content: string | Token04Claims,
    expected: Expectation,
    level: Level = 'MUST',
  ): Case => {
    const head = { id: `${op}/${mode}/${name}`, level, section: 'specification 2.1' };
    return single(head, readingRequest(op, seal(mode, content)), expected);
  };
  const read = (claims: Token04Claims): Expectation => readBy(op, claims);

  const plaintext = dialects.node(CLAIMS);
  const withMember = (member: string): string => plaintext.replace('{', `{${member},`);
  for (const [blankName, blank] of Object.entries(BLANKS)) {
    for (const [placeName, place] of Object.entries(PLACES)) {
      yield judge(`blank/${blankName}-${placeName}`, withMember(place(blank)), decryption);
    }
    yield judge(`blank/${blankName}-before-it-all`, blank + plaintext, decryption);
    yield judge(`blank/${blankName}-behind-it-all`, plaintext + blank, decryption);
  }
  for (const [name, value] of Object.entries(brokenValues())) {
    yield judge(`value/${name}`, withMember(`"x":${value}`), decryption);
    yield judge(`value/${name}-within-a-list`, withMember(`"x":[0,${value}]`), decryption);
    const inClaim = plaintext.replace('"payload":""', `"payload":${value}`);
    yield judge(`value/${name}-for-the-payload`, inClaim, decryption);
  }

  const withLiteral = (field: Named, literal: string): string =>
    plaintext.replace(`"${field}":${VALUES[field]}`, `"${field}":${literal}`);
  for (const field of NUMBERS) {
    for (const [name, literal] of Object.entries(NO_INTEGERS)) {
      yield judge(`number/${field}-${name}`, withLiteral(field, literal), claimsFault);
    }
    for (const [name, literal] of Object.entries(BEYOND_DOUBLES)) {
      const expected = failure('Claims', 'Decryption');
      yield judge(`number/${field}-${name}`, withLiteral(field, literal), expected);
    }
    for (const [name, spell] of Object.entries(SPELT)) {
      const expected = either(read(CLAIMS), claimsFault);
      yield judge(
        `number/${field}-${name}`,
        withLiteral(field, spell(VALUES[field])),
        expected,
        'MAY',
      );
    }
  }
  for (const [name, [literal, nonce]] of Object.entries(ROUNDED)) {
    const expected = either(read({ ...CLAIMS, nonce }), claimsFault);
    yield judge(`number/nonce-${name}`, withLiteral('nonce', literal), expected, 'MAY');
  }

  for (const [index, text] of FALSY.entries()) {
    const [ofPayload, ofUser] = [
      { ...CLAIMS, payload: text },
      { ...CLAIMS, userId: text },
    ];
    yield judge(`falsy/payload-${index}`, ofPayload, read(ofPayload));
    yield judge(`falsy/user-${index}`, ofUser, read(ofUser));
    yield judge(`falsy/plaintext-of-a-text-${index}`, JSON.stringify(text), claimsFault);
  }
  for (const [name, text] of Object.entries(NONCHARACTERS)) {
    const claims = { ...CLAIMS, userId: text, payload: text };
    yield judge(`noncharacter/${name}`, claims, read(claims));
    yield judge(`noncharacter/${name}-escaped`, dialects.php(claims), read(claims));
    const unknown = withMember(`"${text}":"${text}"`);
    yield judge(`noncharacter/${name}-in-an-unknown-field`, unknown, read(CLAIMS));
  }
  for (const text of ['0', '-0', '0.0', '0e0', '""', 'false', 'null', '[]', '[0]', '[[]]']) {
    yield judge(`falsy/plaintext-${text.replaceAll('"', 'quote')}`, text, claimsFault);
  }
  yield judge('falsy/plaintext-of-nothing', '', decryption);
  for (const payload of ['0', 'false', '[]', '{}', '0.0']) {
    const member = plaintext.replace('"payload":""', `"payload":${payload}`);
    yield judge(`falsy/payload-that-is-no-text-${payload}`, member, claimsFault);
  }
}
