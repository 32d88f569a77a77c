import { APP_SIGN, GOOD, makeToken, SECRET } from '../make.ts';
import type { Cases } from './case.ts';

const UPPER = SECRET.toUpperCase();

/** The secret that is given to the doctor. */
export const secretCases = {
  'secret-case': [
    { title: 'in upper case', input: makeToken({ key: UPPER }), values: { case: 'upper' } },
    {
      title: 'given in upper case',
      input: GOOD,
      options: { serverSecret: UPPER },
      values: { case: 'lower' },
    },
  ],
  'secret-is-app-sign': [
    { title: 'and the token is fine', input: GOOD, options: { serverSecret: APP_SIGN } },
  ],
  'secret-length': [
    {
      title: 'one character lost',
      input: GOOD,
      options: { serverSecret: SECRET.slice(1) },
      values: { bytes: 31 },
    },
    {
      title: '40 bytes in hex, which is more than a key',
      input: makeToken({ key: Buffer.alloc(32) }),
      options: { serverSecret: '0'.repeat(80) },
      values: { bytes: 80 },
    },
    {
      title: '10 characters, which is too short to be cut',
      input: GOOD,
      options: { serverSecret: '0123456789' },
      values: { bytes: 10 },
    },
    {
      title: '32 characters of two bytes',
      input: GOOD,
      options: { serverSecret: 'é'.repeat(32) },
      values: { bytes: 64 },
    },
  ],
  'secret-blanks': [
    {
      title: 'the end of a line',
      input: GOOD,
      options: { serverSecret: `${SECRET}\r\n` },
      severity: 'warning',
    },
    {
      title: 'the quotes of a .env file',
      input: GOOD,
      options: { serverSecret: `"${SECRET}"` },
      severity: 'warning',
    },
  ],
  'wrong-secret': [
    { title: 'text too short to prove the key', input: makeToken({ plaintext: 'x' }) },
    {
      title: 'a mistaken key, behind which there is text but no token',
      input: makeToken({ key: SECRET.slice(0, 16), plaintext: '[object Object]' }),
    },
    { title: 'another', input: GOOD, options: { serverSecret: '0'.repeat(32) } },
    {
      title: 'one of two, the other of the wrong length',
      input: GOOD,
      options: { serverSecret: ['0'.repeat(32), 'short'] },
      also: ['secret-length'],
    },
  ],
  'no-secret': [{ title: 'without one', input: GOOD, withoutSecret: true, severity: 'info' }],
} satisfies Cases;
