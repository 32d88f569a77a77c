import { BLOCK_BYTES, IV_BYTES, TAG_BYTES } from '@token04/core/format';
import type { Opened } from '../cipher/open.ts';
import { finding } from '../findings.ts';
import { hasHead } from './frame.ts';
import type { Reading } from './readings.ts';

/** In front of the IV stand expire and its length; behind it stands the length of the ciphertext. */
const BEFORE_IV = 10;
/** As much as names a reading that nothing proves, and as none has that needs a proof. */
const CERTAIN = 12;
const LEAST_TAG_OUTSIDE = TAG_BYTES - 1;

/**
 * The body read without the length of its ciphertext, which people count before they pad, without
 * the tag or with the mode byte: what is there up to the end is the ciphertext then.
 */
export function trueLengthReadings(bytes: Uint8Array): Reading[] {
  const ivLength = bytes[BEFORE_IV - 1] ?? 0;
  const start = BEFORE_IV + ivLength + 2;
  const rest = bytes.length - start;
  if (!hasHead(bytes) || rest < BLOCK_BYTES) return [];
  const said = (bytes[start - 2] as number) * 0x100 + (bytes[start - 1] as number);
  const last = bytes[bytes.length - 1] as number;
  const isGcm = ivLength === IV_BYTES.gcm;
  // A tag behind the ciphertext is named as that.
  if (isGcm && rest - said > LEAST_TAG_OUTSIDE && rest - said < TAG_BYTES + BLOCK_BYTES) return [];

  return [rest, rest - 1].flatMap((length) => {
    const modeByte = length < rest ? last : undefined;
    const isPossible = isGcm
      ? modeByte === 1 || (modeByte === undefined && last !== 1)
      : length % BLOCK_BYTES === 0 && (modeByte ?? 0) === 0;
    if (length === said || !isPossible) return [];
    // Blocks that the length cuts, and all of them there: no accident does that.
    const isCertain = !isGcm && said < length && said % BLOCK_BYTES !== 0;
    const frame = {
      bytes,
      expire: expireOf(bytes),
      iv: bytes.subarray(BEFORE_IV, BEFORE_IV + ivLength),
      ciphertext: bytes.subarray(start, start + length),
      modeByte,
      surplus: 0,
    };
    const deviations = [finding('ciphertext-length-wrong', { said, bytes: length })];
    return [{ frame, deviations, weight: isCertain ? CERTAIN : 0 }];
  });
}

/** Whether all is as it should be but the length: a token that was cut or altered is not. */
export function isWhole({ decrypted, plaintext }: Opened): boolean {
  const isClean = !decrypted.iv && decrypted.tag !== 'wrong' && !plaintext.padding;
  return isClean && !plaintext.isDamaged && plaintext.fields !== undefined;
}

function expireOf(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset).getBigInt64(0));
}
