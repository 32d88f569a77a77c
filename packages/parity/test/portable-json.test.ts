import { expect, test } from 'vitest';
import { checkPortable } from '../src/conformance/portable-json.ts';

const of = (members: string): string =>
  `{"app_id":1,"user_id":"a","nonce":-7,"ctime":0,"expire":60,"payload":""${members}}`;

test.each([
  ['nothing more', of('')],
  ['blanks', of('').replaceAll(/([:,])/g, '$1 \n')],
  ['a payload of null', of('').replace('""', 'null')],
  ['unknown fields, also twice', of(',"x":1.5,"x":1e3,"y":{"nonce":1.0,"nonce":-0}')],
  ['texts that look like more', of(',"x":"[{\\"nonce\\":1.0, 1e999 \\\\"')],
  ['32 lists within each other', of(`,"x":${'['.repeat(32)}1${']'.repeat(32)}`)],
  ['a pair of escapes', of(',"x":"\\ud83d\\ude00"')],
])('taken by every reader: %s', (_name, plaintext) => {
  JSON.parse(plaintext);
  expect(() => checkPortable(plaintext)).not.toThrow();
});

const INTEGER = 'is not written as an integer: no fraction, exponent or -0';

test.each([
  ['a fraction', of('').replace(':1,', ':1.0,'), `app_id ${INTEGER}`],
  ['an exponent', of('').replace(':60,', ':6e1,'), `expire ${INTEGER}`],
  ['-0', of('').replace(':0,', ':-0,'), `ctime ${INTEGER}`],
  ['a field twice', of(',"nonce":-7'), 'the plaintext has nonce twice'],
  ['a field twice by an escape', of(',"\\u006eonce":-7'), 'the plaintext has nonce twice'],
  [
    '33 lists within each other',
    of(`,"x":${'['.repeat(33)}${']'.repeat(33)}`),
    'the plaintext is nested over 32 deep',
  ],
  ['a lone surrogate', of(',"x":"\\ud83d"'), 'the plaintext has a lone surrogate'],
  ['a huge number', of(',"x":[1e999]'), 'the plaintext has a number beyond all doubles'],
])('refused by some readers: %s', (_name, plaintext, message) => {
  JSON.parse(plaintext);
  expect(() => checkPortable(plaintext)).toThrow(message);
});
