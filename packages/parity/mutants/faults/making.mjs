// Faults in making tokens.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import {
  correct,
  escapeLower,
  int64,
  isInteger,
  pkcs7,
  quoteLikeGo,
  refuseIf,
  seconds,
} from '../reference/steps.mjs';

const uint16LittleEndian = (value) => Buffer.from([value & 0xff, value >> 8]);
const half = (secret) => Buffer.from(secret).subarray(0, 16);
const asType = (wanted, convert) => (name, value, step) =>
  name === wanted ? convert(value, step) : correct.value(name, value, step);
const isAnyInteger = (value) => Number.isInteger(value);

export const makingFaults = {
  // The frame
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

  'mode-with-a-line-end-taken': {
    checkFields: (op, fields) => {
      correct.checkFields(op, fields);
      if (op === 'generate') fields.mode = fields.mode.replace(/\n$/, '');
    },
  },
  'user-0-refused': {
    checkUserId: (userId) => {
      correct.checkUserId(userId);
      refuseIf(userId === '0', 'userId');
    },
  },
  'payload-0-left-out': {
    value: (name, value, step) =>
      correct.value(name, name === 'payload' && value === '0' ? '' : value, step),
  },
  'noncharacters-refused': {
    checkUserId: (userId) => {
      correct.checkUserId(userId);
      refuseIf(/[\ufdd0-\ufdef\ufffe\uffff]/.test(userId), 'userId');
    },
  },

  // The cipher
  'hex-decoded-key': {
    key: (secret) => {
      const key = Buffer.alloc(32);
      key.write(secret, 'hex');
      return key;
    },
  },
  'aes-128': { key: half, readKey: half },
  'aes-128-when-making': { key: half },
  'secret-cut-at-nul-when-making': {
    key: (secret) => Buffer.concat([Buffer.from(secret.split('\0')[0]), Buffer.alloc(32)], 32),
  },
  'zero-padding': {
    pad: (bytes) => Buffer.concat([bytes, Buffer.alloc(16 - (bytes.length % 16))]),
  },
  'padding-off-by-one': {
    pad: (bytes) => {
      const padded = pkcs7(bytes);
      return padded.fill(padded.at(-1) - 1, bytes.length);
    },
  },
  'no-padding-of-a-full-block': {
    pad: (bytes) => (bytes.length % 16 === 0 ? bytes : pkcs7(bytes)),
  },

  // The plaintext
  'milliseconds-in-ctime': { clock: Date.now },
  'milliseconds-in-expire': { expire: (ctime, ttl) => (ctime + ttl) * 1000 },
  'ttl-as-expire': { expire: (_ctime, ttl) => ttl },
  'expire-of-31-bits': { expire: (ctime, ttl) => (ctime + ttl) | 0 },
  'ttl-of-32-bits': {
    checkTtl: (ttl) => refuseIf(!isAnyInteger(ttl) || ttl < 1, 'effectiveTimeInSeconds'),
    expire: (ctime, ttl) => ctime + (ttl | 0),
  },
  'ttl-of-64-bits-wraps': {
    checkTtl: (ttl) => refuseIf(BigInt.asIntN(64, BigInt(ttl)) < 1n, 'effectiveTimeInSeconds'),
    expire: (ctime, ttl) => ctime + Number(BigInt.asIntN(64, BigInt(ttl))),
  },
  'ten-years-refused': {
    checkTtl: (ttl) => refuseIf(!isAnyInteger(ttl) || ttl < 1 || ttl >= 315360000, 'ttl'),
  },
  'a-second-refused': {
    checkTtl: (ttl) => refuseIf(!isAnyInteger(ttl) || ttl < 2 || ttl > 2 ** 32, 'ttl'),
  },
  'ten-years-cut-by-a-second': { expire: (ctime, ttl) => ctime + Math.min(ttl, 315359999) },
  'clock-rounded-up-when-making': { clock: () => Math.ceil(Date.now() / 1000) },
  'clock-half-a-second-ahead': { clock: () => Math.floor((Date.now() + 460) / 1000) },
  'clock-an-hour-off': { clock: () => seconds() + 3600 },
  'clock-rounded-when-making': { clock: () => Math.round(Date.now() / 1000) },
  'clock-read-once': (() => {
    const started = seconds();
    return { clock: () => started };
  })(),
  'html-escaping-dropped': { quote: JSON.stringify },
  'ascii-only': { quote: (text) => quoteLikeGo(text).replace(/[\u0080-\uffff]/g, escapeLower) },
  'slash-escaped': { quote: (text) => quoteLikeGo(text).replaceAll('/', '\\/') },
  'keys-sorted': { order: [...correct.order].sort() },
  'blanks-in-json': { join: (members) => `{${members.join(', ')}}` },
  'payload-as-object': {
    value: asType('payload', (text) => (text.startsWith('{') ? text : quoteLikeGo(text))),
  },
  'nonce-as-string': { value: asType('nonce', (nonce) => `"${nonce}"`) },
  'nonce-positive': { value: asType('nonce', (nonce) => String(Math.abs(nonce))) },
  'app-id-as-string': { value: asType('app_id', (appId) => `"${appId}"`) },
  'app-id-as-int32': { value: asType('app_id', (appId) => String(appId | 0)) },
  'app-id-as-float32': { value: asType('app_id', (appId) => String(Math.fround(appId))) },
  'app-id-grouped': {
    value: asType('app_id', (appId) => (appId > 9_999_999 ? appId.toLocaleString('en') : appId)),
  },
  'utf-16': { toBytes: (text) => Buffer.from(text, 'utf16le') },
  'latin-1': { toBytes: (text) => Buffer.from(text, 'latin1') },
  'byte-order-mark': { toBytes: (text) => Buffer.from(`\ufeff${text}`) },
  'cut-at-nul': { text: (text) => text.split('\0')[0] },
  'user-trimmed': { text: (text) => text.trim() },
  'unicode-normalised': { text: (text) => text.normalize('NFC') },
  'beyond-the-bmp-dropped': { text: (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?') },
  'words-for-nothing-emptied': {
    text: (text) => (/^(undefined|null|none|nil)$/i.test(text) ? '' : text),
  },
  'lone-surrogates-made': { checkUserId: (userId) => refuseIf(userId === '') },
  'lone-surrogates-in-a-payload-made': { checkPayload: () => {} },

  // What is to be refused
  'app-id-0-taken': { checkAppId: (appId) => refuseIf(!isInteger(appId, 0, 0xffff_ffff)) },
  'negative-app-id-taken': {
    checkAppId: (appId) => refuseIf(appId === 0 || appId > 0xffff_ffff, 'appId'),
    appId: (appId) => appId >>> 0,
  },
  'app-id-cut-to-32-bits': {
    checkAppId: (appId) => refuseIf(appId >>> 0 === 0, 'appId'),
    appId: (appId) => appId >>> 0,
  },
  'app-id-of-64-bits-wraps': {
    checkAppId: (appId) => refuseIf(!isInteger(appId, 1, 0xffff_ffff) && appId < 2 ** 63, 'appId'),
    appId: (appId) => (appId < 2 ** 63 ? appId : Number(BigInt.asUintN(32, BigInt(appId))) || 1),
  },
  'empty-user-taken': { checkUserId: () => {} },
  'user-length-in-bytes': {
    checkUserLength: (userId) => refuseIf(Buffer.byteLength(userId) > 64, 'userId'),
  },
  'secret-of-any-length-taken': {
    checkSecret: () => {},
    key: (secret) => Buffer.alloc(32, Buffer.concat([Buffer.from(secret), Buffer.alloc(32)])),
  },
  'secret-counted-in-characters': { checkSecret: (secret) => refuseIf(secret.length !== 32) },
  'secret-trimmed': {
    checkSecret: (secret) => refuseIf(Buffer.byteLength(secret.trim()) !== 32, 'serverSecret'),
    key: (secret) => Buffer.from(secret.trim()),
  },
  'secret-hashed': {
    checkSecret: () => {},
    key: (secret) =>
      Buffer.byteLength(secret) === 32
        ? Buffer.from(secret)
        : createHash('sha256').update(secret).digest(),
  },
  'ttl-0-taken': { checkTtl: () => {} },
  'controls-ignored': { chosen: () => ({}) },
  'chosen-iv-ignored': { chosen: ({ iv: _iv, ...rest }) => rest },
  'chosen-nonce-ignored-without-ctime': {
    chosen: ({ ctime, nonce, iv }) => (ctime === undefined ? { iv } : { ctime, nonce, iv }),
  },
  'chosen-iv-drops-the-nonce': {
    chosen: ({ ctime, nonce, iv }) =>
      iv !== undefined && ctime === undefined ? { iv } : { ctime, nonce, iv },
  },
  'chosen-time-0-ignored': {
    chosen: ({ ctime, nonce, iv }) => ({ ctime: ctime || undefined, nonce, iv }),
  },
  'chosen-nonce-0-ignored': {
    chosen: ({ ctime, nonce, iv }) => ({ ctime, nonce: nonce || undefined, iv }),
  },
  'unlisted-mode-made': { description: (all) => ({ ...all, generate: ['cbc'] }) },
  'unlisted-mode-read': { description: (all) => ({ ...all, decode: ['cbc'] }) },
  'unlisted-control-ignored': {
    description: (all) => ({ ...all, controls: [] }),
    chosen: () => ({}),
  },
  'nonce-beyond-int32': { nonce: () => randomInt(2 ** 31, 2 ** 33) },
};
