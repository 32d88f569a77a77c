import { BLOCK_BYTES, CLIENT_CODES } from '@token04/core/format';
import { type Finding, finding } from '../findings.ts';
import type { Frame } from './frame.ts';
import { type Layout, type Placement, PROPER_EXPIRE, PROPER_ORDER, placements } from './layout.ts';

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
const WEIGHTY = 12;
const YEAR = 365 * 86_400;

/**
 * The ways to read a body that is not token04's, the likeliest first. Two ways that put IV and
 * ciphertext in the same place are one.
 */
export function foreignReadings(bytes: Uint8Array, now: number): Reading[] {
  const byPlace = new Map<string, Reading>();
  for (const placement of placements(bytes, (seconds) => Math.abs(seconds - now) < 20 * YEAR)) {
    const reading = readingOf(bytes, placement, now);
    const place = `${placement.iv} ${placement.ciphertext}`;
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

function readingOf(bytes: Uint8Array, placement: Placement, now: number): Reading {
  const { layout, iv, ciphertext, expire, end } = placement;
  const behind = bytes.subarray(end);
  const frame: Frame = {
    bytes,
    iv: bytes.subarray(...iv),
    ciphertext: bytes.subarray(...ciphertext),
    expire,
    modeByte: behind.length === 1 ? behind[0] : undefined,
    surplus: 0,
  };
  const deviations = deviationsOf(layout, behind);
  const weight = evidence(frame, layout, behind, now) - 2 * deviations.length;
  return { frame, deviations, weight };
}

function deviationsOf(layout: Layout, behind: Uint8Array): Finding[] {
  const { front, order, expire, ivLength, ciphertextLength } = layout;
  const findings: Finding[] = [];
  if (front > 0) findings.push(finding('frame-prefix', { bytes: front }));
  if (behind.length > 1) findings.push(finding('frame-suffix', { bytes: behind.length }));
  if (!expire) findings.push(finding('expire-missing'));
  else if (expire.isText) findings.push(finding('expire-as-text'));
  else {
    if (expire.bytes !== PROPER_EXPIRE.bytes) findings.push(finding('expire-32-bit'));
    if (expire.isLittleEndian) findings.push(finding('expire-little-endian'));
  }
  const proper = PROPER_ORDER.filter((part) => order.includes(part));
  if (proper.some((part, index) => part !== order[index])) {
    findings.push(finding('field-order', { order: order.join(', ') }));
  }
  const hasIv = order.includes('iv');
  if (!hasIv) findings.push(finding('iv-missing'));
  const without = [
    ...(hasIv && !ivLength ? ['IV'] : []),
    ...(ciphertextLength ? [] : ['ciphertext']),
  ];
  if (without.length > 0) findings.push(finding('lengths-missing', { of: without.join(', ') }));
  const length = ivLength ?? ciphertextLength;
  if (length?.bytes === 1) findings.push(finding('lengths-8-bit'));
  if (length && length.bytes >= 4) {
    findings.push(finding('lengths-32-bit', { bytes: length.bytes }));
  }
  if (length?.isLittleEndian) findings.push(finding('lengths-little-endian'));
  const [only, ...more] = findings;
  // The frame is read then, and its expire is compared.
  if (only?.id === 'expire-little-endian' && more.length === 0) {
    return [finding('expire-little-endian', {}, 'error', CLIENT_CODES.expire)];
  }
  return findings;
}

/** In bits: what a coded length says is as unlikely to be chance as it is long. */
function evidence(
  { ciphertext, expire: time = 0 }: Frame,
  { expire, ivLength, ciphertextLength }: Layout,
  behind: Uint8Array,
  now: number,
): number {
  let bits = 0;
  // Of 32 bits, forty years are a third, and two months a thousandth.
  if (expire) bits += (expire.isText ? 60 : 8 * expire.bytes) - (isNear(time, now) ? 23 : 30);
  if (ivLength) bits += 8 * ivLength.bytes - 2;
  if (ciphertextLength) bits += 8 * ciphertextLength.bytes;
  if (ciphertext.length % BLOCK_BYTES === 0) bits += 4;
  if (behind.length === 1) bits += (behind[0] as number) < 2 ? 4 : -4;
  return bits;
}

function isNear(time: number, now: number): boolean {
  return Math.abs(time - now) < YEAR / 6;
}

/** Whether the two may be only what any bytes are: an IV, and behind it a ciphertext. */
export function likeIvAndCiphertext(bytes: Uint8Array): boolean {
  return bytes.length >= 3 * BLOCK_BYTES && bytes.length % BLOCK_BYTES === 0;
}
