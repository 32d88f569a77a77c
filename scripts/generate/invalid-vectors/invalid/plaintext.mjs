import { FIELDS, json, seal } from '../token.mjs';
import { badClaims, undecryptable } from '../vector.mjs';

export const area = 'plaintext';
export const description =
  'Plaintexts that are not JSON, which looks like a wrong key, and JSON that is not one object.';

const good = json();
const GCM = { mode: 'gcm' };
const withUser = (literal) => good.replace('"demo"', literal);
const withNonce = (literal) => good.replace('12345', literal);

const notJson = [
  ['empty', 'Nothing: a block of padding alone.', 'not-json', ''],
  ['blank', 'A single blank.', 'not-json', ' '],
  ['text', 'A word.', 'not-json', 'demo'],
  [
    'form',
    'The fields as a query string.',
    'not-json',
    'app_id=1&user_id=demo&nonce=12345&ctime=1700000000&expire=1700003600',
  ],
  ['xml', 'The fields as XML.', 'not-json', '<t><app_id>1</app_id><user_id>demo</user_id></t>'],
  [
    'php-serialized',
    'As PHP serializes.',
    'not-json',
    'a:2:{s:6:"app_id";i:1;s:7:"user_id";s:4:"demo";}',
  ],
  ['python-repr', 'As Python prints a dict.', 'lenient-json', good.replaceAll('"', "'")],
  ['base64', 'The JSON in base64.', 'not-json', Buffer.from(good).toString('base64')],
  ['escaped', 'The JSON with its quotes escaped.', 'not-json', good.replaceAll('"', '\\"')],
  ['cut', 'The closing brace is lost.', 'not-json', good.slice(0, -1)],
  ['cut-in-half', 'The second half is lost.', 'not-json', good.slice(0, 47)],
  ['start-lost', 'The opening brace is lost.', 'not-json', good.slice(1)],
  ['trailing-letter', 'A letter follows.', 'trailing-garbage', `${good}x`],
  ['trailing-brace', 'A brace too many.', 'trailing-garbage', `${good}}`],
  ['trailing-comma-outside', 'A comma follows.', 'trailing-garbage', `${good},`],
  ['trailing-nul', 'A NUL follows, as of a C string.', 'trailing-garbage', `${good}\0`],
  [
    'trailing-nuls',
    'A fixed-size buffer was encrypted whole.',
    'trailing-garbage',
    good.padEnd(128, '\0'),
  ],
  ['trailing-object', 'A second object follows.', 'trailing-garbage', good + good],
  [
    'trailing-line',
    'A second object follows in a line of its own.',
    'trailing-garbage',
    `${good}\n${good}`,
  ],
  [
    'trailing-padding',
    'Padding bytes by hand, then those of the library.',
    'trailing-garbage',
    `${good}\u0001`,
  ],
  ['leading-nul', 'A NUL stands before.', 'trailing-garbage', `\0${good}`],
  ['byte-order-mark', 'A byte order mark stands before.', 'byte-order-mark', `\ufeff${good}`],
  ['byte-order-mark-behind', 'A byte order mark follows.', 'byte-order-mark', `${good}\ufeff`],
  [
    'leading-length',
    'The length as a 32-bit number stands before.',
    'not-json',
    `\0\0\0\u005f${good}`,
  ],
  ['xssi-prefix', 'A prefix against script inclusion.', 'not-json', `)]}'\n${good}`],
  [
    'no-break-space',
    'A no-break space, which is no blank of JSON.',
    'lenient-json',
    `${good}\u00a0`,
  ],
  ['form-feed', 'A form feed, which is no blank of JSON.', 'lenient-json', `${good}\f`],
  [
    'ideographic-space',
    'A space of East Asian scripts between the tokens.',
    'lenient-json',
    good.replace(',', ',\u3000'),
  ],
  ['comment-block', 'A comment.', 'lenient-json', `/**/${good}`],
  ['comment-line', 'A comment to the end of the line.', 'lenient-json', `${good}//`],
  ['trailing-comma', 'A comma before the closing brace.', 'lenient-json', good.replace('}', ',}')],
  ['leading-comma', 'A comma behind the opening brace.', 'lenient-json', good.replace('{', '{,')],
  ['comma-missing', 'A comma is missing.', 'lenient-json', good.replace(',', ' ')],
  ['comma-twice', 'A comma too many.', 'lenient-json', good.replace(',', ',,')],
  ['equals', 'Equals signs for colons.', 'lenient-json', good.replaceAll(':', '=')],
  ['single-quotes', 'A value in single quotes.', 'lenient-json', withUser("'demo'")],
  ['unquoted-key', 'A key without quotes.', 'lenient-json', good.replace('"app_id"', 'app_id')],
  ['unquoted-value', 'A string without quotes.', 'lenient-json', withUser('demo')],
  ['nan', 'NaN.', 'lenient-json', withNonce('NaN')],
  ['infinity', 'Infinity.', 'lenient-json', withNonce('Infinity')],
  ['undefined', 'undefined.', 'lenient-json', withNonce('undefined')],
  ['none', 'None, as Python says it.', 'lenient-json', withNonce('None')],
  ['true-upper-case', 'True, as Python says it.', 'lenient-json', withNonce('True')],
  ['plus-sign', 'A number with a plus sign.', 'lenient-json', withNonce('+12345')],
  ['leading-zero', 'A number with a leading zero.', 'lenient-json', withNonce('012345')],
  ['hex-number', 'A number in hex.', 'lenient-json', withNonce('0x3039')],
  ['dot-first', 'A number that starts with its point.', 'lenient-json', withNonce('.5')],
  ['dot-last', 'A number that ends with its point.', 'lenient-json', withNonce('12345.')],
  ['digit-group', 'A number with an underscore.', 'lenient-json', withNonce('12_345')],
  ['bigint', 'A number with the n of a bigint.', 'lenient-json', withNonce('12345n')],
  ['exponent-empty', 'An exponent without digits.', 'lenient-json', withNonce('1e')],
  ['value-missing', 'A key without a value.', 'lenient-json', withNonce('')],
  ['line-feed-in-string', 'A raw line feed inside a string.', 'lenient-json', withUser('"de\nmo"')],
  ['tab-in-string', 'A raw tab inside a string.', 'lenient-json', withUser('"de\tmo"')],
  ['nul-in-string', 'A raw NUL inside a string.', 'lenient-json', withUser('"de\0mo"')],
  [
    'escape-in-string',
    'A raw control character U+001B inside a string.',
    'lenient-json',
    withUser('"de\u001bmo"'),
  ],
  [
    'first-control-in-string',
    'A raw control character U+0001 inside a string.',
    'lenient-json',
    withUser('"de\u0001mo"'),
  ],
  [
    'last-control-in-string',
    'A raw control character U+001F inside a string.',
    'lenient-json',
    withUser('"de\u001fmo"'),
  ],
  ['escape-hex', 'An escape \\x.', 'lenient-json', withUser('"\\x64emo"')],
  ['escape-quote', "An escape \\'.", 'lenient-json', withUser('"de\\\'mo"')],
  ['escape-octal', 'An escape \\0.', 'lenient-json', withUser('"de\\0mo"')],
  ['escape-vertical-tab', 'An escape \\v.', 'lenient-json', withUser('"de\\vmo"')],
  ['escape-short', 'An escape \\u with three digits.', 'lenient-json', withUser('"de\\u06dmo"')],
  ['escape-braces', 'An escape \\u{64}.', 'lenient-json', withUser('"\\u{64}emo"')],
  ['escape-upper-case', 'An escape \\U.', 'lenient-json', withUser('"\\U0064emo"')],
  ['escape-at-end', 'A backslash before the closing quote.', 'lenient-json', withUser('"demo\\"')],
  ['string-open', 'The last string has no end.', 'lenient-json', good.replace('""}', '"}')],
];

const notObjects = [
  ['null', 'null.', 'null'],
  ['true', 'true.', 'true'],
  ['number', 'A number.', '1'],
  ['string', 'A string.', '"demo"'],
  ['empty-array', 'An empty list.', '[]'],
  ['array', 'A list with the object.', `[${good}]`],
  [
    'array-of-values',
    'The values in a list, without their names.',
    JSON.stringify(Object.values(FIELDS)),
  ],
  ['json-in-json', 'The JSON as a string of JSON.', JSON.stringify(good)],
];

export const vectors = [
  ...notJson.map(([fault, comment, flags, text]) =>
    undecryptable(fault, comment, flags, seal(text)),
  ),
  ...notJson
    .filter(([fault]) =>
      [
        'empty',
        'text',
        'cut',
        'trailing-nul',
        'trailing-object',
        'byte-order-mark',
        'trailing-comma',
        'nan',
      ].includes(fault),
    )
    .map(([fault, comment, flags, text]) =>
      undecryptable(
        `gcm-${fault}`,
        comment.replace('a block of padding', 'a tag'),
        flags,
        seal(text, 'gcm'),
        GCM,
      ),
    ),
  ...notObjects.map(([fault, comment, text]) =>
    badClaims(fault, comment, 'not-an-object', seal(text)),
  ),
  badClaims('gcm-null', 'null.', 'not-an-object', seal('null', 'gcm'), GCM),
  badClaims('gcm-array', 'A list with the object.', 'not-an-object', seal(`[${good}]`, 'gcm'), GCM),
  badClaims('empty-object', 'An object without fields.', 'missing-field', seal('{}')),
];
