import { FIELDS, IV } from '../make.ts';
import { CBC, EXPIRE, framed, frameOf, u16, uint } from '../parts.ts';
import type { Cases } from './case.ts';

/** Frames of generators that people wrote themselves, with parts that are written in another way. */
export const foreignEncodingCases = {
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
} satisfies Cases;
