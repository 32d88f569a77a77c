import { createCipheriv } from 'node:crypto';
import { FIELDS, IV, SECRET } from './make.ts';

/** A number in this many bytes. */
export function uint(value: number, bytes: number, order: 'be' | 'le' = 'be'): Buffer {
  const number = Buffer.alloc(bytes);
  for (let index = 0; index < bytes; index++) {
    const at = order === 'be' ? bytes - 1 - index : index;
    number[at] = Math.floor(value / 256 ** index) % 256;
  }
  return number;
}

export function u16(value: number): Buffer {
  return uint(value, 2);
}

export interface Encrypting {
  key?: string | Buffer;
  iv?: Buffer;
  plaintext?: string;
  pads?: boolean;
}

/** The claims, encrypted by any cipher that OpenSSL has. */
export function encryptBy(
  algorithm: string,
  { key = SECRET, iv = IV, plaintext = JSON.stringify(FIELDS), pads = true }: Encrypting = {},
): Buffer {
  const cipher = createCipheriv(algorithm, key, iv.length === 0 ? null : iv);
  cipher.setAutoPadding(pads);
  return Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
}

/** The claims in GCM, with the tag by itself. */
export function encryptByGcm(additionalData?: Buffer): { ciphertext: Buffer; tag: Buffer } {
  const cipher = createCipheriv('aes-256-gcm', SECRET, GCM_IV);
  if (additionalData) cipher.setAAD(additionalData);
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(FIELDS)), cipher.final()]);
  return { ciphertext, tag: cipher.getAuthTag() };
}

export const GCM_IV: Buffer = Buffer.from('8f1c2b3a4d5e', 'latin1');
export const EXPIRE: Buffer = uint(FIELDS.expire, 8);
/** The ciphertext in CBC. */
export const CBC: Buffer = encryptBy('aes-256-cbc');

/** A frame of any parts, one after the other. */
export function frameOf(...parts: readonly Buffer[]): string {
  return `04${Buffer.concat(parts).toString('base64')}`;
}

/** The frame of token04 around any IV and ciphertext. */
export function framed(iv: Buffer, ciphertext: Buffer, modeByte?: number): string {
  const end = modeByte === undefined ? [] : [uint(modeByte, 1)];
  return frameOf(EXPIRE, u16(iv.length), iv, u16(ciphertext.length), ciphertext, ...end);
}
