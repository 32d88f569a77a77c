// Texts that are not JSON, and that lax parsers and loose patterns read all the same.

/** Blanks of Unicode and of other languages' patterns, of which JSON knows none. */
export const BLANKS: { readonly [name: string]: string } = {
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
export const PLACES: { readonly [name: string]: (blank: string) => string } = {
  'before-a-key': (blank) => `${blank}"x":[1,2]`,
  'before-a-colon': (blank) => `"x"${blank}:[1,2]`,
  'before-a-value': (blank) => `"x":${blank}[1,2]`,
  'after-a-value': (blank) => `"x":[1,2]${blank}`,
  'within-a-list': (blank) => `"x":[1${blank},2]`,
};

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

/** Values that are not JSON though some parser takes them, by name. */
export function brokenValues(): { readonly [name: string]: string } {
  const words = WORDS.flatMap((word) =>
    Object.entries(NEARLY).map(([name, spell]) => [`${word}-${name}`, spell(word)] as const),
  );
  const numbers = BEHIND_NUMBERS.map((end, index) => [`a-number-and-more-${index}`, `1${end}`]);
  return { ...BROKEN, ...Object.fromEntries([...words, ...numbers]) };
}
