import { encodeBase64, type FrameFieldName, readFrame, VERSION } from '@token04/core/format';

/** A part of a token: the version, or a field of its body. */
export type PartName = 'version' | FrameFieldName;

/** A field of a body, which may be cut. */
export interface BodyPart {
  readonly name: FrameFieldName;
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** How many bytes it should have and lacks. */
  readonly missing: number;
}

export function partsOf(body: Uint8Array): BodyPart[] {
  return readFrame(body).fields.map(({ name, start, end, missing }) => ({
    name,
    offset: start,
    bytes: body.subarray(start, end),
    missing,
  }));
}

/** A piece of a token's text, or how many characters are left out there. */
export type TextPiece =
  | { readonly name: PartName; readonly text: string }
  | { readonly omitted: number };

/** Of a long token the middle of the ciphertext is left out: this much of its two ends is shown. */
const HEAD_CHARACTERS = 400;
const TAIL_CHARACTERS = 60;

/**
 * The token's own characters by the field that they carry. A character carries six bits, so it may belong
 * to two fields; it counts for the first.
 */
export function textPieces(parts: readonly BodyPart[]): TextPiece[] {
  const length = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const bytes = new Uint8Array(length);
  for (const part of parts) bytes.set(part.bytes, part.offset);
  const text = encodeBase64(bytes);
  const pieces: TextPiece[] = [{ name: 'version', text: VERSION }];
  let start = 0;
  for (const [index, { name, offset, bytes }] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const end = isLast ? text.length : Math.ceil(((offset + bytes.length) * 4) / 3);
    pieces.push(...shortened(name, text.slice(start, end)));
    start = end;
  }
  return pieces.filter((piece) => 'omitted' in piece || piece.text !== '');
}

function shortened(name: PartName, text: string): TextPiece[] {
  const omitted = text.length - HEAD_CHARACTERS - TAIL_CHARACTERS;
  if (omitted <= 0) return [{ name, text }];
  return [
    { name, text: text.slice(0, HEAD_CHARACTERS) },
    { omitted },
    { name, text: text.slice(-TAIL_CHARACTERS) },
  ];
}
