import { createHash } from 'node:crypto';
import { APP_SIGN, makeToken, SECRET } from '../make.ts';
import type { Cases } from './case.ts';

const OTHER = '77c1b0f5e2d94a3c8b6f1d0e9a8b7c6d';
const made = (key: string | Buffer): string => makeToken({ key });
const hash = (name: string): Buffer => createHash(name).update(SECRET).digest();
const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** Keys that are made of the secret, or of another one. */
export const keyCases = {
  'key-app-sign': [
    {
      title: 'its first 32 characters',
      input: made(APP_SIGN.slice(0, 32)),
      options: { serverSecret: [SECRET, APP_SIGN] },
      values: {},
    },
    {
      title: 'decoded from hex',
      input: made(hex(APP_SIGN)),
      options: { serverSecret: APP_SIGN },
      values: {},
    },
    {
      title: 'its first 16 characters, in GCM',
      input: makeToken({ key: APP_SIGN.slice(0, 16), mode: 'gcm' }),
      options: { serverSecret: APP_SIGN },
      values: {},
    },
  ],
  'key-hex-decoded': [
    { title: 'AES-128', input: made(hex(SECRET)), values: { keyBits: 128 } },
    {
      title: 'twice, to have 32 bytes',
      input: made(Buffer.concat([hex(SECRET), hex(SECRET)])),
      values: { keyBits: 256, twice: 'yes' },
    },
    {
      title: 'padded by zeros, as in PHP',
      input: made(Buffer.concat([hex(SECRET), Buffer.alloc(16)])),
      values: { keyBits: 256 },
    },
  ],
  'key-cut': [
    {
      title: 'AES-128',
      input: made(SECRET.slice(0, 16)),
      values: { bytes: 16, keyBits: 128, end: 'first' },
    },
    {
      title: 'AES-192',
      input: made(SECRET.slice(0, 24)),
      values: { bytes: 24, keyBits: 192, end: 'first' },
    },
    {
      title: 'AES-128 in GCM without its mode byte',
      input: makeToken({ key: SECRET.slice(0, 16), mode: 'gcm', modeByte: null }),
      values: { bytes: 16, keyBits: 128, end: 'first' },
      also: ['gcm-mode-byte-missing'],
    },
    {
      title: 'padded by zeros',
      input: made(SECRET.slice(0, 16) + '\0'.repeat(16)),
      values: { bytes: 16, keyBits: 256, end: 'first' },
    },
  ],
  'key-base64-decoded': [
    { title: 'AES-192', input: made(Buffer.from(SECRET, 'base64')), values: { keyBits: 192 } },
  ],
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
    {
      title: 'in UTF-16, as Encoding.Unicode in .NET',
      input: made(Buffer.from(SECRET, 'utf16le').subarray(0, 32)),
      values: { as: 'UTF-16' },
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
