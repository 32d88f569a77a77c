import { withExtra, withFirst, withLiteral } from '../changed-plaintext.mjs';
import { odd } from '../odd-vector.mjs';
import { FIELDS } from '../token.mjs';
import { textToTwoSecrets } from './two-secrets.mjs';

export const area = 'json';
export const description =
  'Places where parsers of JSON differ, and where more than one answer is right, or a reader must not be strict.';

const SPELT = 'It is that integer to some parsers, and a fraction to others.';
const TWICE =
  'JSON lets a key be there twice; the last counts, as in most parsers, or it is refused.';
const SURROGATE = 'It is JSON, and no text; no claim has to do with it.';
const HUGE = 'No claim has to do with a number that no type holds.';
const DEEP = 'Parsers have limits of their own; 32 levels everyone reads.';
const NAMES = 'Names are compared exactly.';

const CLAIMS = ['CLAIMS'];
const ANY = ['CLAIMS', 'DECRYPTION'];

const SPELLINGS = [
  ['app_id', 'with-a-zero', '1.0', 1],
  ['app_id', 'with-many-zeros', '1.0000', 1],
  ['app_id', 'with-an-exponent', '1e0', 1],
  ['app_id', 'with-a-capital-exponent', '1E+0', 1],
  ['app_id', 'with-a-negative-exponent', '10e-1', 1],
  ['nonce', 'minus-zero', '-0', 0],
  ['nonce', 'with-a-zero', '12345.0', 12345],
  ['nonce', 'with-an-exponent', '12e3', 12000],
  ['nonce', 'with-zeros-in-a-long-exponent', `123450000e-${'0'.repeat(300)}4`, 12345],
  ['ctime', 'with-a-zero', '1700000000.0', FIELDS.ctime],
  ['ctime', 'with-an-exponent', '17e8', FIELDS.ctime],
  ['ctime', 'with-a-fraction-and-an-exponent', '1.7e9', FIELDS.ctime],
  ['expire', 'with-a-zero', '1700003600.0', FIELDS.expire],
  ['expire', 'with-a-negative-exponent', '17000036000e-1', FIELDS.expire],
];

/** The first, the last, and what the last says. */
const DUPLICATES = {
  user_id: ['"root"', '"demo"'],
  app_id: ['2', '1'],
  nonce: ['1', '12345'],
  ctime: ['1', String(FIELDS.ctime)],
  expire: ['1', String(FIELDS.expire)],
  payload: ['"{}"', '""'],
};

const nested = (depth, open, value, close) => `${open.repeat(depth)}${value}${close.repeat(depth)}`;
const shown = (literal) => literal.replace(/0{100,}/, (zeros) => `(${zeros.length} zeros)`);
const fieldId = (field) => field.replace('_', '-');

const twoSecrets = textToTwoSecrets();

export const vectors = [
  odd(
    'text-to-another-secret-too',
    'The secret whose last digit is 2 finds a good padding in it, and text that is no JSON.',
    '',
    'By its own secret it is a token as any other.',
    { fields: JSON.parse(twoSecrets.plaintext), ...twoSecrets },
  ),
  ...SPELLINGS.map(([field, name, literal, value]) =>
    odd(`${fieldId(field)}-${name}`, `${field} is spelt ${shown(literal)}.`, '', SPELT, {
      fields: { [field]: value },
      plaintext: withLiteral(field, literal),
      mayRefuse: CLAIMS,
    }),
  ),
  ...Object.entries(DUPLICATES).flatMap(([field, [first]]) => [
    odd(
      `${fieldId(field)}-twice`,
      `${field} is there twice, with another value first.`,
      '',
      TWICE,
      {
        plaintext: withFirst(`"${field}":${first}`),
        mayRefuse: CLAIMS,
      },
    ),
    odd(
      `gcm-${fieldId(field)}-twice-by-an-escape`,
      `${field} is there twice, the first time with an escape in the key.`,
      '',
      TWICE,
      {
        plaintext: withFirst(
          `"\\u00${field.charCodeAt(0).toString(16)}${field.slice(1)}":${first}`,
        ),
        mode: 'gcm',
        mayRefuse: CLAIMS,
      },
    ),
  ]),
  odd('user-id-twice-and-the-first-is-wrong', 'Of two, the first is no string.', '', TWICE, {
    plaintext: withFirst('"user_id":null'),
    mayRefuse: CLAIMS,
  }),
  odd('user-id-three-times', 'Of three, the last counts.', '', TWICE, {
    plaintext: withFirst('"user_id":"root","user_id":"admin"'),
    mayRefuse: CLAIMS,
  }),
  odd('payload-twice-and-the-last-is-null', 'A payload, and then null.', '', TWICE, {
    plaintext: withExtra('"payload":null').replace('"payload":""', '"payload":"x"'),
    mayRefuse: CLAIMS,
  }),
  odd('unknown-key-twice', 'A key that nobody knows is there twice.', '', NAMES, {
    plaintext: withExtra('"x":1,"x":2'),
  }),
  odd('key-in-capitals-first', 'A key in capitals, before the others.', '', NAMES, {
    plaintext: withFirst('"USER_ID":"root","APP_ID":2'),
  }),
  odd('key-in-capitals-last', 'A key in capitals, behind the others.', '', NAMES, {
    plaintext: withExtra('"USER_ID":"root","App_Id":2'),
  }),
  odd('key-with-a-blank', 'A key with a blank behind it.', '', NAMES, {
    plaintext: withExtra('"user_id ":"root"," user_id":"root"'),
  }),
  odd('key-in-camel-case', 'Keys in camel case beside the right ones.', '', NAMES, {
    plaintext: withExtra('"userId":"root","appId":2,"userid":"root"'),
  }),
  odd('key-that-folds-to-a-name', 'A key that is a name but for a long s.', '', NAMES, {
    plaintext: withExtra('"u\\u017fer_id":"root"'),
  }),
  odd('key-with-a-nul', 'A key that is a name up to a NUL.', '', NAMES, {
    plaintext: withExtra('"user_id\\u0000":"root"'),
  }),
  ...Object.entries({
    high: '"x":"\\ud83d"',
    low: '"x":"\\ude00"',
    'in-a-key': '"\\ud83d":1',
    nested: '"x":[{"y":"a\\ud83db"}]',
  }).map(([name, member]) =>
    odd(
      `lone-surrogate-${name}-in-an-unknown-field`,
      'Half a surrogate pair in a field that nobody knows.',
      '',
      SURROGATE,
      { plaintext: withExtra(member), mayRefuse: ANY },
    ),
  ),
  ...Object.entries({
    '1e999': '1e999',
    'minus-1e999': '-1e999',
    '1e-999': '1e-999',
    '2-to-64': '18446744073709551616',
    '400-digits': '9'.repeat(400),
    '5000-digits': '9'.repeat(5000),
    '5000-places': `0.${'1'.repeat(5000)}`,
  }).map(([name, literal]) =>
    odd(`number-${name}-in-an-unknown-field`, 'A number that no type holds.', '', HUGE, {
      plaintext: withExtra(`"x":${literal}`),
      mayRefuse: ANY,
    }),
  ),
  ...[8, 16, 32].flatMap((depth) => [
    odd(`lists-${depth}-deep`, `Lists in lists, ${depth} deep.`, '', DEEP, {
      plaintext: withExtra(`"x":${nested(depth, '[', '', ']')}`),
    }),
    odd(`gcm-objects-${depth}-deep`, `Objects in objects, ${depth} deep.`, '', DEEP, {
      plaintext: withFirst(`"x":${nested(depth, '{"a":', '0', '}')}`),
      mode: 'gcm',
    }),
  ]),
  odd('lists-one-after-the-other', '2,000 lists, none within another but one.', '', DEEP, {
    plaintext: withExtra(`"x":[${Array(2000).fill('[]').join(',')}]`),
  }),
  odd('objects-one-after-the-other', '2,000 objects, each in a field of its own.', '', DEEP, {
    plaintext: withFirst(Array.from({ length: 2000 }, (_, at) => `"x${at}":{"a":{}}`).join(',')),
  }),
  ...[33, 64, 128, 512, 1024, 5000].flatMap((depth) => [
    odd(`lists-${depth}-deep`, `Lists in lists, ${depth} deep.`, '', DEEP, {
      plaintext: withExtra(`"x":${nested(depth, '[', '', ']')}`),
      mayRefuse: ANY,
    }),
    odd(`objects-${depth}-deep`, `Objects in objects, ${depth} deep.`, '', DEEP, {
      plaintext: withExtra(`"x":${nested(depth, '{"a":', '0', '}')}`),
      mayRefuse: ANY,
    }),
  ]),
  odd('lists-30000-deep', 'Lists in lists, 30,000 deep.', '', DEEP, {
    plaintext: withExtra(`"x":${nested(30_000, '[', '', ']')}`),
    mayRefuse: ANY,
  }),
];
