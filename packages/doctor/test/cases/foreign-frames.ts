import { createHmac } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { FIELDS, IV, SECRET } from '../make.ts';
import { CBC, EXPIRE, encryptBy, framed, frameOf, u16, uint } from '../parts.ts';
import type { Cases } from './case.ts';

const CLAIMS = JSON.stringify(FIELDS);
const json = (value: object): string => `04${base64(value)}`;
const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64');

/** Frames of generators that people wrote themselves, with other parts or in another order. */
export const foreignFrameCases = {
  'claims-unencrypted': [
    { title: 'the claims in base64', input: json(FIELDS), values: {} },
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
      values: {},
    },
    {
      title: 'of an encrypter',
      input: json({ iv: IV.toString('base64'), value: CBC.toString('base64') }),
      values: {},
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
    { title: 'gzip', input: frameOf(gzipSync(CLAIMS)), values: { encoding: 'gzip' } },
    { title: 'zlib', input: frameOf(deflateSync(CLAIMS)), values: { encoding: 'zlib' } },
    {
      title: 'UTF-16',
      input: frameOf(Buffer.from(CLAIMS, 'utf16le')),
      values: { encoding: 'UTF-16' },
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
  'reading-proved': [
    {
      title: 'a frame without lengths',
      input: frameOf(uint(FIELDS.expire, 8), IV, encryptBy('aes-256-cbc')),
      also: ['lengths-missing'],
      severity: 'info',
    },
  ],
} satisfies Cases;
