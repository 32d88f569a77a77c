import type { Token04Claims } from '@token04/core';
import type { Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import { type Case, single } from './case.ts';
import { accepted } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, either, failure, ok } from './expectation.ts';
import { CLAIMS, CTIME, EXPIRE, ORDINARY, type Seal, seal } from './tokens.ts';

/** Texts that are false, empty, zero or absent to some language or to some comparison. */
export const FALSY: readonly string[] = [
  '0',
  '00',
  '0.0',
  '-0',
  '0e0',
  'false',
  'null',
  'undefined',
  'nil',
  'None',
  'NaN',
  '""',
  '[]',
  '{}',
  ' ',
  '\0',
];

/** Blanks of Unicode and of other languages' patterns, of which JSON knows none. */
const BLANKS: { readonly [name: string]: string } = {
  'vertical-tab': '\v',
  'form-feed': '\f',
  'file-separator': '\x1c',
  'unit-separator': '\x1f',
  'next-line': '\u0085',
  'no-break-space': '\u00a0',
  'ogham-space': '\u1680',
  'en-quad': '\u2000',
  'zero-width-space': '\u200b',
  'line-separator': '\u2028',
  'paragraph-separator': '\u2029',
  'narrow-space': '\u202f',
  'ideographic-space': '\u3000',
  'byte-order-mark': '\ufeff',
  nul: '\0',
};

/** Where JSON lets blanks stand, in `{"x":[1,2],…}`. */
const PLACES: { readonly [name: string]: (blank: string) => string } = {
  'before-a-key': (blank) => `${blank}"x":[1,2]`,
  'before-a-colon': (blank) => `"x"${blank}:[1,2]`,
  'before-a-value': (blank) => `"x":${blank}[1,2]`,
  'after-a-value': (blank) => `"x":[1,2]${blank}`,
  'within-a-list': (blank) => `"x":[1${blank},2]`,
};

/** Values that are none, though some parser takes them. */
const BROKEN: { readonly [name: string]: string } = {
  'a-digit-of-arabic-behind': '1\u0662',
  'a-digit-of-devanagari-behind-a-dot': '1.\u0968',
  'a-digit-in-full-width': '\uff11',
  'a-digit-of-bengali-in-an-exponent': '1e\u09e7',
  'a-superscript-digit': '1\u00b2',
  'a-bold-digit': '\u{1d7cf}',
  'a-minus-sign-of-its-own': '\u22121',
  'a-plus': '+1',
  'two-minuses': '--1',
  'a-minus-alone': '-',
  'a-minus-and-a-blank': '- 1',
  'hex-digits': '0x1F',
  'hex-digits-in-capitals': '0X1F',
  'octal-digits': '0o17',
  'binary-digits': '0b11',
  'a-leading-zero': '007',
  'two-zeros': '00',
  'a-leading-zero-and-a-dot': '01.5',
  'an-exponent-without-digits': '1e',
  'an-exponent-with-a-sign-alone': '1e+',
  'an-exponent-with-a-fraction': '1e1.5',
  'a-comma-for-a-dot': '1;5',
  'a-suffix': '1n',
  'a-comment': '/**/1',
  'a-trailing-comma': '[1,]',
  'a-missing-comma': '[1 2]',
  'single-quotes': "'1'",
  backquotes: '`1`',
  'typographic-quotes': '\u201c1\u201d',
  'an-escape-of-a-quote': '"\\\'"',
  'an-escape-of-digits-of-another-script': '"\\u004\uff11"',
};

/** Each of JSON's words, in other letters, cut, and with something before or behind it. */
const WORDS = ['true', 'false', 'null'] as const;
const NEARLY: { readonly [name: string]: (word: string) => string } = {
  'with-a-capital': (word) => word.charAt(0).toUpperCase() + word.slice(1),
  'in-capitals': (word) => word.toUpperCase(),
  'with-a-capital-within': (word) => word.slice(0, 2) + word.slice(2).toUpperCase(),
  'with-a-letter-behind': (word) => `${word}x`,
  'with-a-capital-behind': (word) => `${word}X`,
  'with-a-digit-behind': (word) => `${word}1`,
  'with-a-line-behind': (word) => `${word}_`,
  'with-a-dot-behind': (word) => `${word}.`,
  'with-a-letter-of-its-own-twice': (word) => word + word.slice(-1),
  'with-another-letter': (word) => `${word.slice(0, -1)}x`,
  'with-a-letter-before': (word) => `x${word}`,
  'with-a-minus-before': (word) => `-${word}`,
  twice: (word) => word + word,
  cut: (word) => word.slice(0, -1),
  'of-one-letter': (word) => word.charAt(0),
};

/** What some languages write behind a number, and what a pattern without an end passes over. */
const BEHIND_NUMBERS = [
  'x',
  'f',
  'F',
  'd',
  'L',
  'u',
  'i',
  'n',
  '%',
  '_',
  '_0',
  "'0",
  'e',
  '.',
  '..0',
  'e1.',
];

/** How a number is spelt that is no integer, or none in range. */
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

/** A double has the next integer in its place: whoever counts digits refuses it. */
const ROUNDED: { readonly [name: string]: readonly [literal: string, value: number] } = {
  'nearly-2': ['1.9999999999999999e0', 2],
  'a-little-over-1': ['1.00000000000000000001', 1],
  'so-small-that-it-is-0': ['1e-400', 0],
};

/** Integers, for a parser that looks at the value; a fraction for one that looks at the spelling. */
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
const MAY = { level: 'MAY' } as const;

function brokenWords(): { readonly [name: string]: string } {
  const words = WORDS.flatMap((word) =>
    Object.entries(NEARLY).map(([name, spell]) => [`${word}-${name}`, spell(word)] as const),
  );
  const numbers = BEHIND_NUMBERS.map((end, index) => [`a-number-and-more-${index}`, `1${end}`]);
  return Object.fromEntries([...words, ...numbers]);
}

/** What parsers, comparisons and types make of a plaintext that looks odd. */
export function* readingCases({ decode, verify }: Description): Generator<Case> {
  for (const mode of decode) yield* casesOf('decode', mode);
  for (const mode of verify) yield* casesOf('verify', mode);
}

function* casesOf(op: 'decode' | 'verify', mode: Mode): Generator<Case> {
  const judge = (
    name: string,
    content: string | Token04Claims,
    expected: Expectation,
    { level = 'MUST', ...parts }: Seal & { readonly level?: 'MUST' | 'MAY' } = {},
  ): Case => {
    const token = seal(mode, content, parts);
    const fields = { token, serverSecret: ORDINARY.secret, ...(op === 'verify' && { now: CTIME }) };
    const head = { id: `${op}/${mode}/${name}`, level, section: 'specification 2.1' };
    return single(head, { op, fields }, expected);
  };
  const read = (claims: Token04Claims): Expectation =>
    op === 'verify'
      ? accepted(claims)
      : ok('read, with its claims', (answer) =>
          accepted(claims).judge({ ok: { claims: answer['claims'] } }),
        );

  const plaintext = dialects.node(CLAIMS);
  const withMember = (member: string): string => plaintext.replace('{', `{${member},`);
  for (const [blankName, blank] of Object.entries(BLANKS)) {
    for (const [placeName, place] of Object.entries(PLACES)) {
      yield judge(`blank/${blankName}-${placeName}`, withMember(place(blank)), decryption);
    }
    yield judge(`blank/${blankName}-before-it-all`, blank + plaintext, decryption);
    yield judge(`blank/${blankName}-behind-it-all`, plaintext + blank, decryption);
  }
  for (const [name, value] of Object.entries({ ...BROKEN, ...brokenWords() })) {
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
        MAY,
      );
    }
  }
  for (const [name, [literal, nonce]] of Object.entries(ROUNDED)) {
    const expected = either(read({ ...CLAIMS, nonce }), claimsFault);
    yield judge(`number/nonce-${name}`, withLiteral('nonce', literal), expected, MAY);
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
