import { createHmac } from 'node:crypto';
import { createKitToken } from '@token04/core';
import { bodyOf, json, SECRET, seal } from '../token.mjs';
import { malformed } from '../vector.mjs';

export const area = 'version';
export const description =
  'The prefix 04, what stands around the token, and what is no token04 at all.';

const token = seal(json());
const body = token.slice(2);
const kitToken = createKitToken({
  token,
  appId: 1,
  userId: 'demo',
  roomId: 'r1',
  userName: 'Demo',
});

export const vectors = [
  malformed('empty', 'The empty text.', 'version-prefix', ''),
  malformed('prefix-cut', 'The prefix has one character.', 'version-prefix', '0'),
  malformed('prefix-alone', 'Nothing follows the prefix.', 'version-prefix truncated', '04'),
  malformed('missing', 'A good token without its prefix.', 'version-prefix', body),
  malformed('01', 'The prefix of token version 01.', 'version-prefix', `01${body}`),
  malformed('03', 'The prefix of token version 03.', 'version-prefix', `03${body}`),
  malformed('05', 'A version that does not exist yet.', 'version-prefix', `05${body}`),
  malformed('14', 'The second digit alone is right.', 'version-prefix', `14${body}`),
  malformed('40', 'The digits in the wrong order.', 'version-prefix', `40${body}`),
  malformed(
    'one-digit',
    'The version as a number, without its zero.',
    'version-prefix',
    `4${body}`,
  ),
  malformed('blank-for-zero', 'A blank for the zero.', 'version-prefix', ` 4${body}`),
  malformed('plus-for-zero', 'A plus sign for the zero.', 'version-prefix', `+4${body}`),
  malformed('three-digits', 'One zero too many.', 'version-prefix', `004${body}`),
  malformed('letter-o', 'The letter O for the zero.', 'version-prefix', `O4${body}`),
  malformed('v04', 'A letter before the version.', 'version-prefix', `v04${body}`),
  malformed('full-width', 'Full-width digits.', 'version-prefix', `\uff10\uff14${body}`),
  malformed('arabic-digits', 'Arabic-Indic digits.', 'version-prefix', `\u0660\u0664${body}`),
  malformed(
    'bytes',
    'The prefix as two bytes inside the base64.',
    'version-prefix',
    prefixInside(),
  ),
  malformed('twice', 'The prefix is written twice.', 'version-prefix', `04${token}`),
  malformed('lower-case', 'All letters made lower-case.', 'letter-case', token.toLowerCase()),
  malformed('upper-case', 'All letters made upper-case.', 'letter-case', token.toUpperCase()),
  malformed('blank-before', 'A blank before the token.', 'surroundings', ` ${token}`),
  malformed('blank-after', 'A blank after the token.', 'surroundings', `${token} `),
  malformed('blank-within', 'A blank after the prefix.', 'surroundings', `04 ${body}`),
  malformed('tab-before', 'A tab before the token.', 'surroundings', `\t${token}`),
  malformed('newline-before', 'A line feed before the token.', 'surroundings', `\n${token}`),
  malformed('newline-after', 'A line feed after the token.', 'surroundings', `${token}\n`),
  malformed('crlf-after', 'A line end of Windows after the token.', 'surroundings', `${token}\r\n`),
  malformed('nul-after', 'A NUL after the token, as C keeps it.', 'surroundings', `${token}\0`),
  malformed('byte-order-mark', 'A byte order mark before it.', 'surroundings', `\ufeff${token}`),
  malformed('zero-width-space', 'A zero-width space after it.', 'surroundings', `${token}\u200b`),
  malformed('quoted', 'With the quotes of JSON.', 'surroundings', JSON.stringify(token)),
  malformed('bearer', 'With the scheme of an HTTP header.', 'surroundings', `Bearer ${token}`),
  malformed('percent-coded', 'As it stands in a URL.', 'surroundings', encodeURIComponent(token)),
  malformed('comma-joined', 'Two tokens in a list.', 'surroundings', `${token},${token}`),
  malformed('concatenated', 'Two tokens end to end.', 'surroundings', token + token),
  malformed('kit-token', 'A kit token: a token, # and base64.', 'foreign-token', kitToken),
  malformed(
    'kit-tail',
    'The part of a kit token behind the #.',
    'foreign-token',
    kitToken.split('#')[1],
  ),
  malformed('jwt', 'A JSON Web Token with the same claims.', 'foreign-token', jsonWebToken()),
  malformed('secret', 'The server secret in place of a token.', 'foreign-token', SECRET),
  malformed('json', 'The claims, not encrypted.', 'foreign-token', json()),
  malformed(
    'hex',
    'The body in hex digits.',
    'foreign-token',
    `04${bodyOf(token).toString('hex')}`,
  ),
];

function prefixInside() {
  return Buffer.concat([Buffer.from('04'), bodyOf(token)]).toString('base64');
}

function jsonWebToken() {
  const encode = (text) => Buffer.from(text).toString('base64url');
  const signed = `${encode('{"alg":"HS256","typ":"JWT"}')}.${encode(json())}`;
  return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`;
}
