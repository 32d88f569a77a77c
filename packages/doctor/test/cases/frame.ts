import { FIELDS, IV, makeBody, makeToken } from '../make.ts';
import { CBC, EXPIRE, encryptByGcm, frameOf, GCM_IV, u16 } from '../parts.ts';
import type { Cases } from './case.ts';

const { ciphertext: GCM, tag: TAG } = encryptByGcm();

/** The frame of token04, with a wrong value in it. */
export const frameCases = {
  'gcm-mode-byte-missing': [
    { title: 'seen by the IV', input: makeToken({ mode: 'gcm', modeByte: null }) },
    {
      title: 'seen without the secret',
      input: makeToken({ mode: 'gcm', modeByte: null }),
      withoutSecret: true,
    },
    {
      title: 'seen by the length alone',
      input: makeToken({ mode: 'gcm', iv: IV, modeByte: null }),
      withoutSecret: true,
      also: ['iv-length'],
    },
    {
      title: 'seen by the secret alone, where the lengths could be those of CBC',
      input: makeToken({
        mode: 'gcm',
        iv: IV,
        modeByte: null,
        plaintext: JSON.stringify(FIELDS).padEnd(144),
      }),
      also: ['iv-length'],
    },
  ],
  'mode-byte-wrong': [
    {
      title: 'the digit 1',
      input: makeToken({ mode: 'gcm', modeByte: 0x31 }),
      values: { byte: 49, mode: 'gcm' },
    },
    {
      title: '0 for GCM',
      input: makeToken({ mode: 'gcm', modeByte: 0 }),
      values: { byte: 0, mode: 'gcm' },
    },
    { title: '1 for CBC', input: makeToken({ modeByte: 1 }), values: { byte: 1, mode: 'cbc' } },
    {
      title: '1 for CBC, seen without the secret',
      input: makeToken({ modeByte: 1 }),
      withoutSecret: true,
      values: { byte: 1, mode: 'cbc' },
    },
    { title: '2 for CBC', input: makeToken({ modeByte: 2 }), values: { byte: 2, mode: 'cbc' } },
  ],
  'iv-length': [
    {
      title: '16 bytes in GCM',
      input: makeToken({ mode: 'gcm', iv: IV }),
      values: { bytes: 16, mode: 'gcm' },
    },
  ],
  'ciphertext-length': [
    {
      title: 'no ciphertext',
      input: `04${Buffer.concat([makeBody({ iv: IV }).subarray(0, 26), Buffer.alloc(2)]).toString('base64')}`,
      values: { bytes: 0, mode: 'cbc' },
      withoutSecret: true,
    },
    {
      title: 'shorter than a tag',
      input: `04${Buffer.concat([makeBody({ mode: 'gcm' }).subarray(0, 22), Buffer.from([0, 3, 9, 9, 9, 1])]).toString('base64')}`,
      values: { bytes: 3, mode: 'gcm' },
      withoutSecret: true,
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
  'outer-expire-range': [
    {
      title: 'negative',
      input: makeToken({ outerExpire: -(2n ** 60n) }),
      also: ['expire-mismatch'],
    },
  ],
  'outer-expire-milliseconds': [
    {
      title: 'Date.now()',
      input: makeToken({ outerExpire: 1000 * FIELDS.expire }),
      severity: 'warning',
      also: ['expire-mismatch'],
    },
  ],
} satisfies Cases;
