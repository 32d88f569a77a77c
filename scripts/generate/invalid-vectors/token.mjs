// What the vectors' tokens are made of. Whole ones are core's; this takes them apart and makes those
// that core refuses to.
import { createCipheriv } from 'node:crypto';
import { sealToken04 } from '@token04/core/testing';

export const SECRET = 'fa94dd0f974cf2e293728a526b028271';
export const NOW = 1_700_000_000;
export const EXPIRE = NOW + 3600;

/** Every vector may use the same ones: they encrypt nothing but these. */
export const IVS = { cbc: Buffer.alloc(16, 7), gcm: Buffer.alloc(12, 7) };

export const FIELDS = {
  app_id: 1,
  user_id: 'demo',
  nonce: 12345,
  ctime: NOW,
  expire: EXPIRE,
  payload: '',
};

/** A plaintext as official Node.js spells it, 95 bytes long unless fields change. */
export function json(changes = {}) {
  return JSON.stringify({ ...FIELDS, ...changes });
}

/** A good plaintext of just so many bytes. */
export function jsonOfLength(bytes) {
  return json({
    user_id: FIELDS.user_id.padEnd(FIELDS.user_id.length + bytes - json().length, 'o'),
  });
}

/** A token with its frame in order around any plaintext. */
export function seal(plaintext, mode = 'cbc', parts = {}) {
  return sealToken04({
    plaintext: typeof plaintext === 'string' ? plaintext : new Uint8Array(plaintext),
    expire: EXPIRE,
    serverSecret: SECRET,
    mode,
    iv: IVS[mode],
    ...parts,
  });
}

export function bodyOf(token) {
  return Buffer.from(token.slice(2), 'base64');
}

export function tokenOf(...parts) {
  return `04${Buffer.concat(parts).toString('base64')}`;
}

/** The fields of a body, in order; the lengths may lie, and the mode byte may be absent. */
export function frame(mode, { iv, ciphertext, ...wrong }) {
  const modeByte = mode === 'gcm' ? 1 : undefined;
  const fields = {
    expire: EXPIRE,
    ivLength: iv.length,
    ciphertextLength: ciphertext.length,
    modeByte,
    ...wrong,
  };
  return tokenOf(
    int64(fields.expire),
    uint16(fields.ivLength),
    iv,
    uint16(fields.ciphertextLength),
    ciphertext,
    Buffer.from(fields.modeByte === undefined ? [] : [fields.modeByte]),
  );
}

/** What a good body has of its own. */
export function partsOf(mode, plaintext = json()) {
  const body = bodyOf(seal(plaintext, mode));
  const ivEnd = 10 + IVS[mode].length;
  const end = mode === 'gcm' ? body.length - 1 : body.length;
  return {
    iv: body.subarray(10, ivEnd),
    ciphertext: body.subarray(ivEnd + 2, end),
  };
}

/** By any of OpenSSL's ciphers: the ciphertext, followed by the tag in GCM. */
export function encrypt(
  algorithm,
  { key = SECRET, iv, plaintext = json(), pad = true, additionalData },
) {
  const isGcm = algorithm.endsWith('gcm');
  const cipher = createCipheriv(algorithm, key, iv);
  cipher.setAutoPadding(pad);
  if (additionalData !== undefined) cipher.setAAD(additionalData);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return isGcm ? Buffer.concat([ciphertext, cipher.getAuthTag()]) : ciphertext;
}

/** A copy with one byte changed, by its lowest bit unless told. */
export function flipped(bytes, index, bits = 1) {
  const copy = Buffer.from(bytes);
  copy[index] ^= bits;
  return copy;
}

export function int64(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

export function uint16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

export function hexByte(value) {
  return value.toString(16).padStart(2, '0');
}
