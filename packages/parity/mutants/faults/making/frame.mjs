// Faults in the frame and its text.
import { randomBytes } from 'node:crypto';
import { int64, refuseIf } from '../../reference/steps.mjs';

const uint16LittleEndian = (value) => Buffer.from([value & 0xff, value >> 8]);

export const faults = {
  'little-endian-expire': { expireBytes: (value) => int64(value).reverse() },
  'little-endian-lengths': { lengthBytes: uint16LittleEndian },
  'expire-of-32-bits': { expireBytes: (value) => int64(BigInt.asUintN(32, BigInt(value))) },
  'signed-16-bit-length': { checkSize: (length) => refuseIf(length > 0x7fff, 'TooLarge') },
  'length-wraps': { checkSize: () => {} },
  'size-in-characters': {
    checkSize: (_length, text) => refuseIf(text.length > 65_519, 'TooLarge'),
  },
  'no-mode-byte': { modeByte: () => [] },
  'mode-byte-in-cbc': { modeByte: (mode) => [mode === 'gcm' ? 1 : 0] },
  'mode-byte-first': {
    modeByte: () => [],
    expireBytes: (value) => Buffer.concat([Buffer.of(1), int64(value)]),
  },
  'iv-length-12-in-cbc': {
    iv: () => randomBytes(12),
    cipherIv: (iv, mode) => (mode === 'cbc' ? Buffer.concat([iv, Buffer.alloc(4)]) : iv),
  },
  'iv-length-16-in-gcm': { iv: () => randomBytes(16) },
  'iv-not-in-frame': { frameIv: () => Buffer.alloc(0) },
  'tag-first': { sealed: (ciphertext, tag) => [tag, ciphertext] },
  'tag-missing': { sealed: (ciphertext) => [ciphertext] },
  'tag-of-12-bytes': { sealed: (ciphertext, tag) => [ciphertext, tag.subarray(0, 12)] },
  'version-03': { version: '03' },
  'url-safe-base64': {
    base64: (bytes) => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
  },
  'base64-without-padding': { base64: (bytes) => bytes.toString('base64').replace(/=+$/, '') },
  'base64-in-lines': { base64: (bytes) => bytes.toString('base64').replace(/.{76}/g, '$&\n') },
  'newline-at-the-end': { token: (token) => `${token}\n` },
  'outer-expire-differs': { outerExpire: ({ expire }) => expire + 1 },
  'outer-expire-is-ctime': { outerExpire: ({ ctime }) => ctime },
};
