import { decodeBase64, type FrameFieldName, readFrame, VERSION } from '@token04/core/format';

type FieldName = Exclude<FrameFieldName, 'surplus'>;

/** A field of a well-formed token's body. */
export interface FrameField {
  readonly name: FieldName;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** The fields of a well-formed token in their order. */
export function frameFields(token: string): FrameField[] {
  const body = decodeBase64(token.slice(VERSION.length)) as Uint8Array;
  return readFrame(body).fields.flatMap(({ name, start, end }) =>
    // Of a well-formed token there is none.
    name === 'surplus' ? [] : [{ name, offset: start, bytes: body.subarray(start, end) }],
  );
}

/** Neighbouring bytes of one field. */
interface Run {
  readonly name: FieldName;
  readonly hex: string;
}

/** A line of a hex dump, or the number of bytes that are left out. */
export type HexRow =
  | { readonly offset: number; readonly runs: readonly Run[] }
  | { readonly omitted: number };

/** Of a long token the middle of the ciphertext is left out: this much of its two ends is shown. */
const HEAD_BYTES = 224;
const TAIL_BYTES = 32;

export function hexRows(fields: readonly FrameField[], bytesPerRow: number): HexRow[] {
  const length = fields.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const tail = Math.floor(Math.max(0, length - TAIL_BYTES) / bytesPerRow) * bytesPerRow;
  const rows: HexRow[] = [];
  for (let offset = 0; offset < length; offset += bytesPerRow) {
    if (offset >= HEAD_BYTES && offset < tail) {
      rows.push({ omitted: tail - offset });
      offset = tail;
    }
    rows.push({ offset, runs: runsWithin(fields, offset, offset + bytesPerRow) });
  }
  return rows;
}

function runsWithin(fields: readonly FrameField[], start: number, end: number): Run[] {
  return fields
    .map(({ name, offset, bytes }) => ({
      name,
      hex: toHex(bytes.subarray(Math.max(0, start - offset), Math.max(0, end - offset))),
    }))
    .filter(({ hex }) => hex !== '');
}

/** Two digits a byte, with blanks between. */
function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
