import { randomFillSync } from 'node:crypto';
import { IV_BYTES, writeInt } from '../lib/wire.ts';

/** Asking the system for a few bytes costs more than the bytes, so they are asked for together. */
const pool: Int32Array = /* @__PURE__ */ new Int32Array(1024);
let left = 0;

/** Any int32, out of the CSPRNG's bytes, each of which is given out once. */
export function randomInt32(): number {
  if (left === 0) {
    randomFillSync(pool);
    left = pool.length;
  }
  const value = pool[--left] as number;
  pool[left] = 0;
  return value;
}

/** Fills a multiple of 4 bytes, since byte by byte the pool would be read and wiped 4 times as often. */
export function fillRandom(bytes: Uint8Array, start: number, end: number): void {
  for (let i = start; i < end; i += 4) writeInt(bytes, i, 4, randomInt32());
}

export function randomGcmIv(): Uint8Array {
  const iv = new Uint8Array(IV_BYTES.gcm);
  fillRandom(iv, 0, iv.length);
  return iv;
}
