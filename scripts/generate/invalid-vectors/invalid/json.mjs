import { withExtra, withFirst, withLiteral } from '../changed-plaintext.mjs';
import { FIELDS, seal } from '../token.mjs';
import { badClaims, undecryptable } from '../vector.mjs';

export const area = 'json';
export const description =
  'The places where parsers of JSON differ, and where a difference would be one about who the user is.';

/** Integers around the ends of the types that hold them; a double holds the even ones. */
const INTEGERS = {
  '2-to-53': '9007199254740992',
  '2-to-53-and-1': '9007199254740993',
  'minus-2-to-53': '-9007199254740992',
  'minus-2-to-53-and-1': '-9007199254740993',
  '2-to-63-less-1': '9223372036854775807',
  '2-to-63': '9223372036854775808',
  'minus-2-to-63': '-9223372036854775808',
  'minus-2-to-63-and-1': '-9223372036854775807',
  'minus-2-to-63-less-1': '-9223372036854775809',
  '2-to-64': '18446744073709551616',
  'wrapped-to-its-own': '18446744075409551616',
  'beyond-2-to-53-by-exponent': '9007199254740993e0',
  '2-to-53-and-a-fraction': '9007199254740991.5',
};

/** Those that claims.mjs and expire.mjs have already. */
const ELSEWHERE = [
  'nonce-2-to-53',
  'nonce-minus-2-to-53',
  'ctime-2-to-53',
  'ctime-minus-2-to-53',
  'ctime-2-to-63-less-1',
  'expire-2-to-53',
  'expire-2-to-53-and-1',
  'expire-minus-2-to-53',
  'expire-2-to-63-less-1',
];

/** What the frame can hold of it. */
const outer = (literal) => {
  if (/[.e]/.test(literal)) return undefined;
  const value = BigInt(literal);
  return value === BigInt.asIntN(64, value) ? value : undefined;
};

const integersFor = (field) =>
  Object.entries(INTEGERS).filter(([name]) => !ELSEWHERE.includes(`${field}-${name}`));

const BROKEN = {
  nan: '"x":NaN',
  infinity: '"x":Infinity',
  'minus-infinity': '"x":-Infinity',
  'a-comment': '"x":/* */1',
  'a-line-comment': '"x":1//\n',
  'a-hash-comment': '"x":1#\n',
  'single-quotes': "'x':1",
  'single-quotes-in-a-value': '"x":\'1\'',
  'an-unquoted-key': 'x:1',
  'a-trailing-comma-in-a-list': '"x":[1,]',
  'a-trailing-comma-in-an-object': '"x":{"y":1,}',
  'a-comma-alone-in-a-list': '"x":[,]',
  'a-raw-tab': '"x":"\t"',
  'a-raw-line-feed': '"x":"\n"',
  'a-raw-nul': '"x":"\0"',
  'a-raw-line-feed-in-a-key': '"x\n":1',
  'a-leading-zero': '"x":01',
  'a-minus-and-a-zero': '"x":-01',
  'a-plus': '"x":+1',
  'a-dot-last': '"x":1.',
  'a-dot-first': '"x":.5',
  'hex-digits': '"x":0x10',
  'digit-groups': '"x":1_000',
  'digits-of-another-script': '"x":\u0661',
  'an-unknown-escape': '"x":"\\a"',
  'a-hex-escape': '"x":"\\x41"',
  'an-escaped-line-end': '"x":"\\\n"',
  'true-in-capitals': '"x":TRUE',
  nil: '"x":nil',
  undefined: '"x":undefined',
  'a-value-missing': '"x":',
  'two-values': '"x":1 2',
  'an-open-list': '"x":[1',
  'a-key-alone': '"x"',
  'a-no-break-space': '"x":\u00a01',
  'a-vertical-tab': '"x":\u000b1',
};

export const vectors = [
  ...['nonce', 'ctime', 'expire'].flatMap((field) =>
    integersFor(field).map(([name, literal]) => {
      const spelt =
        name === 'wrapped-to-its-own' ? String(2n ** 64n + BigInt(FIELDS[field])) : literal;
      const parts = field === 'expire' ? { expire: outer(spelt) ?? FIELDS.expire } : {};
      return badClaims(
        `${field}-${name}`,
        `${field} is ${spelt}.`,
        'unsafe-integer',
        seal(withLiteral(field, spelt), 'cbc', parts),
      );
    }),
  ),
  ...Object.entries({
    'user-id': '"user_id":null',
    'app-id': '"app_id":"1"',
    nonce: '"nonce":1.5',
  }).map(([name, member]) =>
    badClaims(
      `${name}-twice-and-the-last-is-wrong`,
      'A key is there twice; the first is right, and the last is not.',
      'key-twice',
      seal(withExtra(member)),
    ),
  ),
  badClaims(
    'user-id-twice-by-an-escape-and-the-last-is-wrong',
    'A key is there twice, once with an escape in it; the last is not right.',
    'key-twice',
    seal(withExtra('"user\\u005fid":5')),
  ),
  badClaims(
    'expire-twice-and-the-first-is-the-outer-one',
    'expire is there twice, and the frame has the first.',
    'key-twice outer-expire',
    seal(withExtra(`"expire":${FIELDS.expire + 3600}`)),
  ),
  ...Object.entries(BROKEN).flatMap(([name, member]) => [
    undecryptable(
      `unknown-field-with-${name}`,
      'What is no JSON stands in a field that nobody knows.',
      'lenient-json',
      seal(withExtra(member)),
    ),
    undecryptable(
      `unknown-first-field-with-${name}`,
      'What is no JSON stands in a field that nobody knows, before the others.',
      'lenient-json',
      seal(withFirst(member), 'gcm'),
      { mode: 'gcm' },
    ),
  ]),
];
