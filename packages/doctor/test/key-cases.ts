import { createHash } from 'node:crypto';
import type { Cases } from './case.ts';
import { makeToken, SECRET } from './make.ts';

const OTHER = '77c1b0f5e2d94a3c8b6f1d0e9a8b7c6d';
const made = (key: string | Buffer): string => makeToken({ key });
const hash = (name: string): Buffer => createHash(name).update(SECRET).digest();

/** Keys that are made of the secret, or of another one. */
export const keyCases = {
  'key-other-secret': [
    {
      title: 'the callback secret',
      input: made(OTHER),
      options: { otherSecrets: ['0'.repeat(32), OTHER] },
      values: { nth: 2 },
    },
    {
      title: 'the first half of another',
      input: made(OTHER.slice(0, 16)),
      options: { otherSecrets: [OTHER] },
    },
  ],
  'key-padded': [
    {
      title: 'by zeros',
      input: made(SECRET.slice(0, 30).padEnd(32, '\0')),
      options: { serverSecret: SECRET.slice(0, 30) },
      values: { by: 'zeros' },
    },
    {
      title: 'by the digit 0',
      input: made(SECRET.slice(0, 30).padEnd(32, '0')),
      options: { serverSecret: SECRET.slice(0, 30) },
      values: { by: 'digits' },
    },
  ],
  'key-quoted': [
    { title: 'a double quote', input: made(`"${SECRET}`.slice(0, 32)) },
    { title: 'a blank', input: made(` ${SECRET}`.slice(0, 32)) },
  ],
  'key-encoded': [
    {
      title: 'in hex',
      input: made(Buffer.from(SECRET).toString('hex').slice(0, 32)),
      values: { as: 'hex' },
    },
    {
      title: 'in base64',
      input: made(Buffer.from(SECRET).toString('base64').slice(0, 32)),
      values: { as: 'base64' },
    },
  ],
  'key-hashed': [
    { title: 'SHA-256', input: made(hash('sha256')), values: { hash: 'SHA-256', keyBits: 256 } },
    { title: 'MD5', input: made(hash('md5')), values: { hash: 'MD5', keyBits: 128 } },
    {
      title: 'MD5 in hex',
      input: made(hash('md5').toString('hex')),
      values: { hash: 'MD5', keyBits: 256 },
    },
    {
      title: 'the beginning of SHA-1',
      input: made(hash('sha1').subarray(0, 16)),
      values: { hash: 'SHA-1', keyBits: 128 },
    },
  ],
} satisfies Cases;
