import { concatBytes } from '@noble/ciphers/utils.js';
import {
  BLOCK_BYTES,
  type Frame as CoreFrame,
  encodeBase64,
  GCM_MODE_BYTE,
  IV_BYTES,
  TAG_BYTES,
  type Token04Mode,
  VERSION,
} from '@token04/core/format';
import { type Finding, finding } from '../findings.ts';

/** The parts of a body, in the frame of token04 or in one that somebody made up. */
export type Frame = Pick<CoreFrame, 'expire' | 'iv' | 'ciphertext' | 'modeByte' | 'surplus'>;

const EXPIRE_BYTES = 8;
/** The expire and both lengths. */
export const HEAD_BYTES = 12;
/** In seconds: 2001 to 2106, within which the expire of a token lies. */
const EARLIEST = 1e9;
const LATEST = 0xffff_ffff;

/** Whether a time can be the end of a token's life, in seconds. */
export function isTime(seconds: number): boolean {
  return seconds >= EARLIEST && seconds <= LATEST;
}

/**
 * Whether the bytes begin as a token04 does, as far as they go: an expire that is a time, and then
 * the length of an IV.
 */
export function hasHead(bytes: Uint8Array): boolean {
  const hasExpire = bytes.subarray(0, 4).every((byte) => byte === 0);
  const [high, low] = bytes.subarray(EXPIRE_BYTES, EXPIRE_BYTES + 2);
  return hasExpire && !high && (low === undefined || isIvLength(low));
}

/** Whether the lengths are those of a token04, whatever follows. */
export function fits({ iv, ciphertext }: Frame): boolean {
  return isIvLength(iv.length) && ciphertext.length >= BLOCK_BYTES;
}

/** Whether all parts lie where token04 has them; what is in them may still be wrong. */
export function isSound(frame: Frame): boolean {
  return fits(frame) && isTime(frame.expire ?? 0) && frame.surplus < BLOCK_BYTES;
}

function isIvLength(length: number): boolean {
  return length === IV_BYTES.gcm || length === IV_BYTES.cbc;
}

/** What the frame is, going by its lengths more than by its mode byte, which people leave out. */
export function likelyMode({ iv, ciphertext, modeByte }: Frame): Token04Mode {
  if (iv.length === IV_BYTES.gcm || ciphertext.length % BLOCK_BYTES !== 0) return 'gcm';
  return iv.length === IV_BYTES.cbc || modeByte !== GCM_MODE_BYTE ? 'cbc' : 'gcm';
}

/** What is wrong with the frame of a token in this mode; undefined for another cipher. */
export function* frameFindings(frame: Frame, mode: Token04Mode | undefined): Generator<Finding> {
  const { expire = Number.NaN, surplus } = frame;
  if (mode) yield* modeFindings(frame, mode);
  if (surplus > 0) yield finding('trailing-data', { bytes: surplus });
  if (isTime(expire / 1000)) yield finding('outer-expire-milliseconds');
  else if (!Number.isSafeInteger(expire)) yield finding('outer-expire-range');
}

function* modeFindings({ iv, ciphertext, modeByte }: Frame, mode: Token04Mode): Generator<Finding> {
  const isGcm = mode === 'gcm';
  if (isGcm && modeByte === undefined) yield finding('gcm-mode-byte-missing');
  else if (modeByte !== undefined && modeByte !== (isGcm ? GCM_MODE_BYTE : 0)) {
    yield finding('mode-byte-wrong', { byte: modeByte, mode });
  }

  if (iv.length !== IV_BYTES[mode]) yield finding('iv-length', { bytes: iv.length, mode });

  const { length } = ciphertext;
  if (isGcm ? length < TAG_BYTES : length === 0 || length % BLOCK_BYTES !== 0) {
    yield finding('ciphertext-length', { bytes: length, mode });
  }
}

/** The token of a body, with the mode byte as it should be. It may be wrong in other ways still. */
export function repairedToken(
  bytes: Uint8Array,
  { iv, ciphertext }: Frame,
  mode: Token04Mode,
): string {
  const body = bytes.subarray(0, HEAD_BYTES + iv.length + ciphertext.length);
  const modeByte = mode === 'gcm' ? [GCM_MODE_BYTE] : [];
  return VERSION + encodeBase64(concatBytes(body, new Uint8Array(modeByte)));
}
