import { FIELDS, GOOD, IV, NOW, SECRET } from '../make.ts';
import {
  CBC,
  EXPIRE,
  encryptBy,
  encryptByGcm,
  framed,
  frameOf,
  GCM_IV,
  u16,
  uint,
} from '../parts.ts';
import type { Cases } from './case.ts';

const { ciphertext: GCM, tag: TAG } = encryptByGcm();
const aligned = (by: string): string =>
  JSON.stringify(FIELDS).padEnd(Math.ceil(JSON.stringify(FIELDS).length / 16) * 16, by);
const OWN_PADDING = 16 - (JSON.stringify(FIELDS).length % 16);
/** One bit of a block in the middle, of which two blocks are damaged. */
const altered = Buffer.from(CBC).fill((CBC[40] as number) ^ 1, 40, 41);

/** Ciphers of generators that people wrote themselves. */
export const foreignCipherCases = {
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
    {
      title: 'none, as without final() the last block is missing',
      input: framed(IV, encryptBy('aes-256-cbc').subarray(0, -16)),
      values: { by: 'none' },
    },
    {
      title: 'by hand, and by the library again',
      input: framed(
        IV,
        encryptBy('aes-256-cbc', {
          plaintext: Buffer.concat([
            Buffer.from(JSON.stringify(FIELDS)),
            Buffer.alloc(OWN_PADDING, OWN_PADDING),
          ]).toString(),
        }),
      ),
      values: { by: 'PKCS#7 twice' },
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
      input: framed(GCM_IV, Buffer.concat([GCM, encryptByGcm(Buffer.from('04')).tag]), 1),
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
  cbc: [{ title: 'in CBC', input: GOOD, severity: 'info' }],
} satisfies Cases;
