import { randomFillSync } from 'node:crypto';

/** Asking the system for a few bytes costs more than the bytes, so they are asked for together. */
const POOL_BYTES = 4096;
const pool: Buffer = /* @__PURE__ */ Buffer.allocUnsafeSlow(POOL_BYTES);
let used: number = POOL_BYTES;

/** Fills the range with bytes of the CSPRNG, each of which is given out once. */
export function fillRandom(target: Uint8Array, start: number, length: number): void {
  if (used + length > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  // One by one: for so few bytes, a view and two calls take longer.
  for (let i = 0; i < length; i++) {
    target[start + i] = pool[used] as number;
    pool[used++] = 0;
  }
}

const nonce: Buffer = /* @__PURE__ */ Buffer.allocUnsafeSlow(4);

/** Any int32. */
export function randomNonce(): number {
  fillRandom(nonce, 0, nonce.length);
  return nonce.readInt32BE();
}
