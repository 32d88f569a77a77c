import { MAX_BODY_BYTES } from '../lib/wire.ts';

const memory: ArrayBuffer = /* @__PURE__ */ new ArrayBuffer(MAX_BODY_BYTES);

/** The body of the token that is being read, or written in GCM: what everybody may see of it. */
export const body: Buffer = /* @__PURE__ */ Buffer.from(memory);

/** As the one for every runtime, and faster. */
export function encodeBase64(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('base64', start, end);
}

/** As the one for every runtime, and faster; but the bytes lie in {@link body}. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const length = body.write(text, 'base64');
  const isCanonical = encodeBase64(body, 0, length) === text;
  return isCanonical ? new Uint8Array(memory, 0, length) : undefined;
}
