import type { Token04Mode } from '@token04/core/web';
import { encodeBase64 } from './base64.ts';
import { type Finding, finding } from './findings.ts';

/**
 * The parts of a token's body, read as far as they go (docs/specification.md, 1). The core reads a
 * frame only if all of it is right; here it may be wrong, so that the fault can be named.
 */
export interface Frame {
  readonly bytes: Uint8Array;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
  readonly expire: number;
  readonly modeByte: number | undefined;
  /** Bytes after the mode byte, which nothing may follow. */
  readonly surplus: number;
}

const GCM_IV_BYTES = 12;
const CBC_IV_BYTES = 16;
const BLOCK_BYTES = 16;
const TAG_BYTES = 16;

/** The frame, or how many bytes are missing at least. */
export function readFrame(bytes: Uint8Array): Frame | number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let offset = 8;
  const field = (): Uint8Array | number => {
    const start = offset + 2;
    if (start > bytes.length) return start - bytes.length;
    offset = start + view.getUint16(start - 2);
    return offset > bytes.length ? offset - bytes.length : bytes.subarray(start, offset);
  };
  const iv = field();
  if (typeof iv === 'number') return iv;
  const ciphertext = field();
  if (typeof ciphertext === 'number') return ciphertext;
  const rest = bytes.length - offset;
  return {
    bytes,
    iv,
    ciphertext,
    expire: view.getInt32(0) * 0x1_0000_0000 + view.getUint32(4),
    modeByte: rest > 0 ? bytes[offset] : undefined,
    surplus: Math.max(0, rest - 1),
  };
}

/** What the frame is, going by its lengths more than by its mode byte, which people leave out. */
export function likelyMode({ iv, ciphertext, modeByte }: Frame): Token04Mode {
  if (iv.length === GCM_IV_BYTES || ciphertext.length % BLOCK_BYTES !== 0) return 'gcm';
  return iv.length === CBC_IV_BYTES || modeByte !== 1 ? 'cbc' : 'gcm';
}

/** What is wrong with the frame of a token in this mode. */
export function frameFindings(frame: Frame, mode: Token04Mode): Finding[] {
  const { iv, ciphertext, modeByte, expire, surplus } = frame;
  const findings: Finding[] = [];
  if (surplus > 0) findings.push(finding('trailing-data', { bytes: surplus }));

  if (mode === 'gcm' && modeByte === undefined) findings.push(finding('gcm-mode-byte-missing'));
  else if (mode === 'gcm' ? modeByte !== 1 : (modeByte ?? 0) !== 0) {
    findings.push(finding('mode-byte-wrong', { byte: modeByte as number, mode }));
  }

  const ivBytes = mode === 'gcm' ? GCM_IV_BYTES : CBC_IV_BYTES;
  if (iv.length !== ivBytes) {
    findings.push(finding('iv-length', { bytes: iv.length, expected: ivBytes, mode }));
  }

  const { length } = ciphertext;
  if (mode === 'gcm' ? length < TAG_BYTES : length === 0 || length % BLOCK_BYTES !== 0) {
    findings.push(finding('ciphertext-length', { bytes: length, mode }));
  }
  if (!Number.isSafeInteger(expire)) findings.push(finding('outer-expire-range'));
  return findings;
}

/** The token with the mode byte as it should be. It may be wrong in other ways still. */
export function repairedToken({ bytes, iv, ciphertext }: Frame, mode: Token04Mode): string {
  const end = 12 + iv.length + ciphertext.length;
  const body = new Uint8Array(end + (mode === 'gcm' ? 1 : 0));
  body.set(bytes.subarray(0, end));
  if (mode === 'gcm') body[end] = 1;
  return `04${encodeBase64(body)}`;
}
