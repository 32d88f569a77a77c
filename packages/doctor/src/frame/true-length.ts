import { BLOCK_BYTES, GCM_MODE_BYTE, IV_BYTES, readFrame, TAG_BYTES } from '@token04/core/format';
import { finding } from '../findings.ts';
import { HEAD_BYTES, hasHead } from './frame.ts';
import { type Reading, WEIGHTY } from './readings.ts';

/**
 * The body read without the length of its ciphertext, which people count before they pad, without
 * the tag or with the mode byte: what is there up to the end is the ciphertext then.
 */
export function trueLengthReadings(bytes: Uint8Array): Reading[] {
  const own = readFrame(bytes);
  const said = own.ciphertext.length + own.missing;
  const start = HEAD_BYTES + own.iv.length;
  const isGcm = own.iv.length === IV_BYTES.gcm;
  const rest = bytes.length - start;
  const behind = isGcm ? Number(bytes.at(-1) === GCM_MODE_BYTE) : rest % BLOCK_BYTES;
  const length = rest - behind;
  // A tag behind the ciphertext is named as that.
  const isTag = isGcm && length - said === TAG_BYTES;
  if (!hasHead(bytes) || length < BLOCK_BYTES || length === said || behind > 1 || isTag) return [];

  const end = start + length;
  const ciphertext = bytes.subarray(start, end);
  const deviations = [finding('ciphertext-length-wrong', { said, bytes: length })];
  const frame = { ...own, ciphertext, modeByte: bytes[end], surplus: 0 };
  // A length that cuts a block, where all of it is there, is no accident.
  return [{ frame, deviations, weight: isGcm || said % BLOCK_BYTES === 0 ? 0 : WEIGHTY }];
}
