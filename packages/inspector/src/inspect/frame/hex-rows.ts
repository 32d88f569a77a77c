import type { FrameFieldName } from '@token04/core/format';
import type { BodyPart } from './parts.ts';

/** Neighbouring bytes of one field, or of what is missing of it, in one line. */
interface Run {
  readonly name: FrameFieldName;
  /** Two digits a byte, with blanks between; two hyphens where one is missing. */
  readonly hex: string;
  readonly isMissing: boolean;
}

/** A line of a hex dump, or the number of bytes that are left out. */
export type HexRow =
  | { readonly offset: number; readonly runs: readonly Run[] }
  | { readonly omitted: number };

/** Of a long token the middle of the ciphertext is left out: this much of its two ends is shown. */
const HEAD_BYTES = 224;
const TAIL_BYTES = 32;

export function hexRows(parts: readonly BodyPart[], bytesPerRow: number): HexRow[] {
  const pieces = withMissing(parts);
  const length = pieces.reduce((sum, { count }) => sum + count, 0);
  const tail = Math.floor(Math.max(0, length - TAIL_BYTES) / bytesPerRow) * bytesPerRow;
  const rows: HexRow[] = [];
  for (let offset = 0; offset < length; offset += bytesPerRow) {
    if (offset >= HEAD_BYTES && offset < tail) {
      rows.push({ omitted: tail - offset });
      offset = tail;
    }
    rows.push({ offset, runs: runsWithin(pieces, offset, offset + bytesPerRow) });
  }
  return rows;
}

interface Piece {
  readonly name: FrameFieldName;
  readonly start: number;
  readonly count: number;
  /** Undefined if they are missing. */
  readonly bytes: Uint8Array | undefined;
}

/** What is there and what is missing, in the order of the frame. */
function withMissing(parts: readonly BodyPart[]): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  const add = (name: FrameFieldName, count: number, bytes: Uint8Array | undefined): void => {
    if (count > 0) pieces.push({ name, start, count, bytes });
    start += count;
  };
  for (const { name, bytes, missing } of parts) {
    add(name, bytes.length, bytes);
    add(name, missing, undefined);
  }
  return pieces;
}

function runsWithin(pieces: readonly Piece[], start: number, end: number): Run[] {
  return pieces.flatMap((piece) => {
    const from = Math.max(start, piece.start);
    const to = Math.min(end, piece.start + piece.count);
    if (from >= to) return [];
    const { name, bytes } = piece;
    const hex = bytes
      ? toHex(bytes.subarray(from - piece.start, to - piece.start))
      : Array(to - from)
          .fill('--')
          .join(' ');
    return [{ name, hex, isMissing: bytes === undefined }];
  });
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
