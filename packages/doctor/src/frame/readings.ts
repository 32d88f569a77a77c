import { BLOCK_BYTES, CLIENT_CODES } from '@token04/core/format';
import { type Finding, finding } from '../findings.ts';
import type { Frame } from './frame.ts';
import { type Layout, layouts, PROPER_EXPIRE, PROPER_ORDER, readNumber } from './layout.ts';

/** One way to read the bytes. */
export interface Reading {
  readonly frame: Frame;
  /** In what it is not token04's. Empty for the frame of token04. */
  readonly deviations: readonly Finding[];
  /** How much there is in the bytes that chance would not put there, in bits, less its oddity. */
  readonly weight: number;
}

/** More than this do not fit a body that was made, only one that was made up. */
const MOST_READINGS = 16;
/** In bits: beside a reading that is a million times likelier, another is not worth the keys. */
const FAR_LESS_LIKELY = 20;
/** Of a reading that is worth naming without the secret. */
export const WEIGHTY = 12;
const YEAR = 365 * 86_400;

/**
 * The ways to read a body that is not token04's, the likeliest first. Two ways that put IV and
 * ciphertext in the same place are one.
 */
export function foreignReadings(bytes: Uint8Array, now: number): Reading[] {
  const byPlace = new Map<string, Reading>();
  for (const layout of layouts(bytes, (seconds) => Math.abs(seconds - now) < 20 * YEAR)) {
    const reading = readingOf(bytes, layout, now);
    const { iv, ciphertext } = layout;
    const place = [iv?.start, iv?.end, ciphertext?.start, ciphertext?.end].join();
    const known = byPlace.get(place);
    if (!known || known.weight < reading.weight) byPlace.set(place, reading);
  }
  const sorted = [...byPlace.values()].sort((one, other) => other.weight - one.weight);
  const [likeliest] = sorted;
  return sorted
    .filter(({ weight }) => weight > (likeliest?.weight ?? 0) - FAR_LESS_LIKELY)
    .slice(0, MOST_READINGS);
}

/** Whether there is enough in a reading to name it though nothing proves it. */
export function isWeighty({ weight }: Reading): boolean {
  return weight >= WEIGHTY;
}

function readingOf(bytes: Uint8Array, layout: Layout, now: number): Reading {
  const { iv, ciphertext, expire, end } = layout;
  const behind = bytes.subarray(end);
  const bytesOf = ({ start, end } = { start: 0, end: 0 }): Uint8Array => bytes.subarray(start, end);
  const frame: Frame = {
    iv: bytesOf(iv),
    ciphertext: bytesOf(ciphertext),
    expire: expire?.coding && readNumber(bytes, expire.start, expire.coding),
    modeByte: behind.length === 1 ? behind[0] : undefined,
    surplus: 0,
  };
  const deviations = [...deviationsOf(layout, behind)];
  const [only, ...more] = deviations;
  // The frame is read then, and its expire is compared.
  if (only?.id === 'expire-little-endian' && more.length === 0) {
    deviations[0] = finding('expire-little-endian', {}, 'error', CLIENT_CODES.expire);
  }
  const weight = evidence(frame, layout, behind, now) - 2 * deviations.length;
  return { frame, deviations, weight };
}

function* deviationsOf(
  { front, order, expire, iv, ciphertext }: Layout,
  behind: Uint8Array,
): Generator<Finding> {
  if (front > 0) yield finding('frame-prefix', { bytes: front });
  if (behind.length > 1) yield finding('frame-suffix', { bytes: behind.length });
  if (!expire) yield finding('expire-missing');
  else if (expire.coding?.isText) yield finding('expire-as-text');
  else {
    if (expire.coding?.bytes !== PROPER_EXPIRE.bytes) yield finding('expire-32-bit');
    if (expire.coding?.isLittleEndian) yield finding('expire-little-endian');
  }
  const proper = PROPER_ORDER.filter((part) => order.includes(part));
  if (proper.join() !== order.join()) yield finding('field-order', { order: order.join(', ') });
  if (!iv) yield finding('iv-missing');
  const without = [iv && !iv.coding && 'IV', !ciphertext?.coding && 'ciphertext'].filter(Boolean);
  if (without.length > 0) yield finding('lengths-missing', { of: without.join(', ') });
  const { bytes = 2, isLittleEndian } = iv?.coding ?? ciphertext?.coding ?? {};
  if (bytes === 1) yield finding('lengths-8-bit');
  if (bytes >= 4) yield finding('lengths-32-bit', { bytes });
  if (isLittleEndian) yield finding('lengths-little-endian');
}

/** In bits: what a coded length says is as unlikely to be chance as it is long. */
function evidence(
  frame: Frame,
  { expire, iv, ciphertext }: Layout,
  behind: Uint8Array,
  now: number,
): number {
  let bits = 0;
  if (expire?.coding) {
    const isNear = Math.abs((frame.expire ?? 0) - now) < YEAR / 6;
    // Of 32 bits, forty years are a third, and two months a thousandth.
    bits += (expire.coding.isText ? 60 : 8 * expire.coding.bytes) - (isNear ? 23 : 30);
  }
  if (iv?.coding) bits += 8 * iv.coding.bytes - 2;
  if (ciphertext?.coding) bits += 8 * ciphertext.coding.bytes;
  if (frame.ciphertext.length % BLOCK_BYTES === 0) bits += 4;
  if (behind.length === 1) bits += (behind[0] as number) < 2 ? 4 : -4;
  return bits;
}
