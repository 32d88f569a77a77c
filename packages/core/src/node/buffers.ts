// Memory that every token is made or read in, and random integers.
import { randomFillSync } from 'node:crypto';
import { writeUint32 } from '../format/frame.ts';
import { beforeSnapshot } from './snapshot.ts';

/** Several of the largest tokens, or about a thousand of usual size. */
export const SCRATCH_BYTES = 0x4_0000;

/** The memory of {@link scratch}. By itself, since a Buffer's own `buffer` takes longer to read. */
export const scratchMemory: ArrayBuffer = /* @__PURE__ */ new ArrayBuffer(SCRATCH_BYTES);

/**
 * What is to be encrypted, or the body of the token that is being read or written. No view of it
 * leaves this package.
 */
export const scratch: Buffer = /* @__PURE__ */ Buffer.from(scratchMemory);

/** Does what that of `format/` does, faster; the bytes lie in {@link scratch}. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const length = scratch.write(text, 'base64');
  const isCanonical = scratch.toString('base64', 0, length) === text;
  return isCanonical ? new Uint8Array(scratchMemory, 0, length) : undefined;
}

/** Asking the system for a few bytes costs more than the bytes, so they are asked for together. */
const pool: Int32Array = /* @__PURE__ */ new Int32Array(1024);
let left = 0;

/** Any int32, out of the CSPRNG's bytes, each of which is given out once. */
export function randomInt32(): number {
  if (left === 0) {
    randomFillSync(pool);
    left = pool.length;
    // Two processes started from one snapshot would give out the same integers, as IVs of GCM too.
    beforeSnapshot(wipe);
  }
  left -= 1;
  const value = pool[left] as number;
  pool[left] = 0;
  return value;
}

function wipe(): void {
  pool.fill(0);
  left = 0;
  scratch.fill(0);
}

/** Fills a multiple of 4 bytes, since byte by byte the pool would be read and wiped 4 times as often. */
export function fillRandom(bytes: Uint8Array, start: number, end: number): void {
  for (let i = start; i < end; i += 4) writeUint32(bytes, i, randomInt32());
}
