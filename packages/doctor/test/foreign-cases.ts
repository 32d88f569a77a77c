import { createCipheriv, createHmac } from 'node:crypto';
import type { Cases } from './case.ts';
import { encryptBy, FIELDS, framed, frameOf, IV, makeToken, NOW, SECRET, uint } from './make.ts';

const EXPIRE = uint(FIELDS.expire, 8);
const CBC = encryptBy('aes-256-cbc');
const u16 = (value: number): Buffer => uint(value, 2);
const json = (value: object): string =>
  `04${Buffer.from(JSON.stringify(value)).toString('base64')}`;
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');

const GCM_IV = Buffer.from('8f1c2b3a4d5e', 'latin1');
function gcm(aad?: Buffer): { ciphertext: Buffer; tag: Buffer } {
  const cipher = createCipheriv('aes-256-gcm', SECRET, GCM_IV);
  if (aad) cipher.setAAD(aad);
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(FIELDS)), cipher.final()]);
  return { ciphertext, tag: cipher.getAuthTag() };
}
const { ciphertext: GCM, tag: TAG } = gcm();
const aligned = (by: string): string =>
  JSON.stringify(FIELDS).padEnd(Math.ceil(JSON.stringify(FIELDS).length / 16) * 16, by);
/** One bit of a block in the middle, of which two blocks are damaged. */
const altered = Buffer.from(CBC).fill((CBC[40] as number) ^ 1, 40, 41);

/** Frames and ciphers of generators that people wrote themselves. */
export const foreignCases = {
  'claims-unencrypted': [
    { title: 'the claims in base64', input: json(FIELDS), values: { has: 'none' } },
    {
      title: 'inside, in base64',
      input: json({ ver: '1', data: base64(FIELDS), sign: 'x' }),
      also: ['frame-json'],
    },
  ],
  'frame-json': [
    {
      title: 'with a signature',
      input: json({ ver: 1, content: 'x', sign: 'y' }),
      values: { has: 'signature' },
    },
    {
      title: 'of an encrypter',
      input: json({ iv: IV.toString('base64'), value: CBC.toString('base64') }),
      values: { has: 'none' },
    },
  ],
  'ciphertext-length-wrong': [
    {
      title: 'that of the plaintext',
      input: frameOf(EXPIRE, u16(16), IV, u16(JSON.stringify(FIELDS).length), CBC),
      values: { said: JSON.stringify(FIELDS).length, bytes: CBC.length },
    },
    {
      title: 'that of the plaintext, without the secret',
      input: frameOf(EXPIRE, u16(16), IV, u16(JSON.stringify(FIELDS).length), CBC),
      withoutSecret: true,
    },
    {
      title: 'with the mode byte of GCM',
      input: frameOf(
        ...[EXPIRE, u16(12), GCM_IV, u16(GCM.length + 17), GCM, TAG],
        Buffer.from([1]),
      ),
      values: { said: GCM.length + 17, bytes: GCM.length + 16 },
    },
    {
      title: 'that of its base64, so that it looks cut',
      input: frameOf(EXPIRE, u16(16), IV, u16(CBC.toString('base64').length), CBC),
    },
    {
      title: 'one block short',
      input: frameOf(EXPIRE, u16(16), IV, u16(CBC.length - 16), CBC),
    },
  ],
  passphrase: [
    {
      title: 'CryptoJS in the frame',
      input: framed(IV, Buffer.concat([Buffer.from('Salted__12345678'), CBC])),
    },
    { title: 'alone', input: frameOf(Buffer.from('Salted__12345678'), CBC) },
    {
      title: 'in base64 in the frame',
      input: framed(
        IV,
        Buffer.from(Buffer.concat([Buffer.from('Salted__12345678'), CBC]).toString('base64')),
      ),
    },
  ],
  'frame-foreign': [
    {
      title: 'bytes that are nothing',
      input: frameOf(Buffer.from('fe0123456789abcdeffedcba9876543210ff'.repeat(4), 'hex')),
      values: { like: 'unknown' },
    },
    {
      title: 'an IV and a ciphertext, without the secret',
      input: frameOf(IV, CBC),
      withoutSecret: true,
      values: { like: 'iv-ciphertext' },
    },
  ],
  'frame-prefix': [
    {
      title: 'an HMAC',
      input: frameOf(
        createHmac('sha256', SECRET).update(CBC).digest(),
        EXPIRE,
        u16(16),
        IV,
        u16(CBC.length),
        CBC,
      ),
      values: { bytes: 32 },
    },
    {
      title: 'an HMAC, without the secret',
      input: frameOf(Buffer.alloc(20, 0xa7), EXPIRE, u16(16), IV, u16(CBC.length), CBC),
      withoutSecret: true,
      values: { bytes: 20 },
    },
    {
      title: 'the version within the base64',
      input: frameOf(Buffer.from('04'), EXPIRE, u16(16), IV, u16(CBC.length), CBC),
      values: { bytes: 2 },
    },
  ],
  'frame-suffix': [
    {
      title: 'an HMAC without lengths before it',
      input: frameOf(EXPIRE, IV, u16(CBC.length), CBC, Buffer.alloc(32, 0xa7)),
      values: { bytes: 32 },
      also: ['lengths-missing'],
    },
  ],
  'expire-missing': [
    {
      title: 'two fields alone',
      input: frameOf(u16(16), IV, u16(CBC.length), CBC),
      also: [],
    },
  ],
  'expire-32-bit': [
    {
      title: 'with the secret',
      input: frameOf(uint(FIELDS.expire, 4), u16(16), IV, u16(CBC.length), CBC),
    },
    {
      title: 'without it',
      input: frameOf(uint(FIELDS.expire, 4), u16(16), IV, u16(CBC.length), CBC),
      withoutSecret: true,
    },
  ],
  'expire-little-endian': [
    {
      title: 'int64',
      input: frameOf(uint(FIELDS.expire, 8, 'le'), u16(16), IV, u16(CBC.length), CBC),
    },
    {
      title: 'all of it',
      input: frameOf(
        uint(FIELDS.expire, 8, 'le'),
        uint(16, 2, 'le'),
        IV,
        uint(CBC.length, 2, 'le'),
        CBC,
      ),
      also: ['lengths-little-endian'],
    },
  ],
  'expire-as-text': [
    {
      title: 'ten digits',
      input: frameOf(Buffer.from(String(FIELDS.expire)), u16(16), IV, u16(CBC.length), CBC),
    },
  ],
  'lengths-missing': [
    {
      title: 'both',
      input: frameOf(EXPIRE, IV, CBC),
      values: { of: 'IV, ciphertext' },
    },
    {
      title: 'both, and the expire, proved by the secret',
      input: frameOf(IV, CBC),
      also: ['expire-missing'],
    },
    {
      title: 'of the IV',
      input: frameOf(EXPIRE, IV, u16(CBC.length), CBC),
      values: { of: 'IV' },
    },
  ],
  'lengths-8-bit': [
    {
      title: 'one byte each',
      input: frameOf(EXPIRE, uint(16, 1), IV, uint(CBC.length, 1), CBC),
    },
  ],
  'lengths-32-bit': [
    {
      title: 'int32',
      input: frameOf(EXPIRE, uint(16, 4), IV, uint(CBC.length, 4), CBC),
      values: { bytes: 4 },
    },
    {
      title: 'int64, as bincode writes them',
      input: frameOf(EXPIRE, uint(16, 8), IV, uint(CBC.length, 8), CBC),
      values: { bytes: 8 },
    },
    {
      title: 'int32, without the secret',
      input: frameOf(EXPIRE, uint(16, 4), IV, uint(CBC.length, 4), CBC),
      withoutSecret: true,
    },
  ],
  'lengths-little-endian': [
    {
      title: 'uint16',
      input: frameOf(EXPIRE, uint(16, 2, 'le'), IV, uint(CBC.length, 2, 'le'), CBC),
    },
  ],
  'field-order': [
    {
      title: 'ciphertext before IV',
      input: frameOf(EXPIRE, u16(CBC.length), CBC, u16(16), IV),
      values: { order: 'expire, ciphertext, iv' },
    },
    {
      title: 'expire at the end',
      input: frameOf(u16(16), IV, u16(CBC.length), CBC, EXPIRE),
      values: { order: 'iv, ciphertext, expire' },
    },
  ],
  'iv-missing': [
    {
      title: 'ECB',
      input: frameOf(EXPIRE, u16(CBC.length), encryptBy('aes-256-ecb', { iv: Buffer.alloc(0) })),
      also: ['cipher-ecb'],
    },
    {
      title: 'an IV of zeros, which nobody wrote down',
      input: frameOf(EXPIRE, u16(CBC.length), encryptBy('aes-256-cbc', { iv: Buffer.alloc(16) })),
      also: ['iv-other'],
    },
  ],
  'iv-as-text': [
    {
      title: 'hex',
      input: framed(Buffer.from(IV.toString('hex')), CBC),
      values: { as: 'hex' },
    },
    {
      title: 'base64',
      input: framed(Buffer.from(IV.toString('base64')), CBC),
      values: { as: 'base64' },
    },
  ],
  'ciphertext-as-text': [
    {
      title: 'base64 of openssl_encrypt',
      input: framed(IV, Buffer.from(CBC.toString('base64'))),
      values: { as: 'base64' },
    },
    { title: 'hex', input: framed(IV, Buffer.from(CBC.toString('hex'))), values: { as: 'hex' } },
  ],
  'outer-expire-milliseconds': [
    {
      title: 'Date.now()',
      input: makeToken({ outerExpire: 1000 * FIELDS.expire }),
      severity: 'warning',
      also: ['expire-mismatch'],
    },
  ],

  'cipher-ecb': [
    {
      title: 'in the frame',
      input: framed(IV, encryptBy('aes-256-ecb', { iv: Buffer.alloc(0) })),
    },
    {
      title: 'with half of the secret',
      input: framed(
        IV,
        encryptBy('aes-128-ecb', { iv: Buffer.alloc(0), key: SECRET.slice(0, 16) }),
      ),
      also: ['key-cut'],
    },
  ],
  'cipher-ctr': [
    { title: 'AES-256', input: framed(IV, encryptBy('aes-256-ctr')) },
    {
      title: 'with an IV of 12 bytes, as PHP fills it up',
      input: framed(
        GCM_IV,
        encryptBy('aes-256-ctr', { iv: Buffer.concat([GCM_IV, Buffer.alloc(4)]) }),
      ),
    },
  ],
  'cipher-cfb': [
    { title: 'CFB-128', input: framed(IV, encryptBy('aes-256-cfb')), values: { bits: 128 } },
    {
      title: 'CFB-8, as in PyCrypto',
      input: framed(IV, encryptBy('aes-256-cfb8')),
      values: { bits: 8 },
    },
    {
      title: 'AES-192',
      input: framed(IV, encryptBy('aes-192-cfb', { key: SECRET.slice(0, 24) })),
      also: ['key-cut'],
    },
  ],
  'cipher-ofb': [{ title: 'AES-256', input: framed(IV, encryptBy('aes-256-ofb')) }],
  'padding-wrong': [
    {
      title: 'zeros, as in PHP',
      input: framed(IV, encryptBy('aes-256-cbc', { plaintext: aligned('\0'), pads: false })),
      values: { by: 'zeros' },
    },
    {
      title: 'blanks',
      input: framed(IV, encryptBy('aes-256-cbc', { plaintext: aligned(' '), pads: false })),
      values: { by: 'blanks' },
    },
  ],
  'iv-other': [
    {
      title: 'zeros',
      input: framed(IV, encryptBy('aes-256-cbc', { iv: Buffer.alloc(16) })),
      values: { iv: 'zeros' },
    },
    {
      title: 'the key',
      input: framed(IV, encryptBy('aes-256-cbc', { iv: Buffer.from(SECRET.slice(0, 16)) })),
      values: { iv: 'key' },
    },
    {
      title: 'another',
      input: framed(IV, encryptBy('aes-256-cbc', { iv: Buffer.alloc(16, 0x9d) })),
      values: { iv: 'unknown' },
    },
  ],
  'gcm-tag-place': [
    {
      title: 'in a field of its own',
      input: frameOf(EXPIRE, u16(12), GCM_IV, u16(GCM.length), GCM, u16(16), TAG, uint(1, 1)),
      values: { where: 'behind' },
    },
    {
      title: 'before it',
      input: framed(GCM_IV, Buffer.concat([TAG, GCM]), 1),
      values: { where: 'before' },
    },
  ],
  'gcm-tag-wrong': [
    { title: 'no tag', input: framed(GCM_IV, GCM, 1) },
    {
      title: 'additional data',
      input: framed(GCM_IV, Buffer.concat([GCM, gcm(Buffer.from('04')).tag]), 1),
    },
    {
      title: 'cut to 12 bytes',
      input: framed(GCM_IV, Buffer.concat([GCM, TAG.subarray(0, 12)]), 1),
    },
  ],
  'ciphertext-altered': [
    { title: 'a bit in the middle', input: framed(IV, altered) },
    {
      title: 'a bit in the middle, at the end of its time',
      input: framed(IV, altered),
      options: { now: NOW },
    },
  ],
} satisfies Cases;
