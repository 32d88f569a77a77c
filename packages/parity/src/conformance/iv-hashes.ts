import { createHash, createHmac } from 'node:crypto';
import type { Token04Claims } from '@token04/core';
import { Fault } from './fault.ts';

/** A token, with all that its maker knew. */
export interface Opened {
  readonly claims: Token04Claims;
  readonly iv: Uint8Array;
  readonly plaintext: string;
  readonly secret: string;
}

const HASHES = ['md5', 'sha1', 'sha256', 'sha512'] as const;
const SEPARATORS = ['', ':', '|', '-', '_', ',', ' '] as const;

/** @throws Fault where an IV is what some usual hash makes of what is in its token. */
export function checkNotHashed(all: readonly Opened[]): void {
  for (const one of all) {
    for (const hash of HASHES) {
      for (const material of materials(one)) {
        const digests = [
          createHash(hash).update(material).digest(),
          createHmac(hash, one.secret).update(material).digest(),
        ];
        if (digests.some((digest) => isMadeOf(one.iv, digest))) {
          throw new Fault(`an IV is ${hash.toUpperCase()} of what is in its token`);
        }
      }
    }
  }
}

/** Whether it is the beginning or the end of the digest, as bytes or as hex digits. */
function isMadeOf(iv: Uint8Array, digest: Buffer): boolean {
  const { length } = iv;
  const hex = Buffer.from(digest.toString('hex'));
  return [digest, hex].some(
    (bytes) =>
      bytes.subarray(0, length).equals(iv) ||
      (bytes.length >= length && bytes.subarray(-length).equals(iv)),
  );
}

/** Each part alone, and nonce and time in either order, alone and with the user. */
function* materials({ claims, plaintext, secret }: Opened): Generator<Buffer> {
  const { appId, userId, ctime, expire, nonce, payload } = claims;
  const texts = [userId, plaintext, payload, secret].map((text) => Buffer.from(text));
  const numbers = [nonce, ctime, expire, appId].map(spellings);
  yield* texts;
  yield* numbers.flat();
  for (const first of [nonce, ctime, expire]) {
    for (const second of [nonce, ctime, expire, appId, userId]) {
      for (const separator of SEPARATORS) {
        yield Buffer.from(`${first}${separator}${second}`);
        yield Buffer.from(`${second}${separator}${first}`);
        yield Buffer.from(`${userId}${separator}${first}${separator}${second}`);
      }
    }
  }
  const [ofNonce = [], ofCtime = [], ofExpire = []] = numbers;
  for (const [some, others] of [
    [ofNonce, ofCtime],
    [ofNonce, ofExpire],
    [ofNonce, texts],
    [ofCtime, texts],
  ] as const) {
    for (const one of some) {
      for (const other of others) {
        yield Buffer.concat([one, other]);
        yield Buffer.concat([other, one]);
      }
    }
  }
}

/** As text, and as an integer of 4 and of 8 bytes in either order. */
function spellings(value: number): Buffer[] {
  const four = Buffer.alloc(4);
  four.writeInt32BE(value | 0);
  const eight = Buffer.alloc(8);
  eight.writeBigInt64BE(BigInt(value));
  return [
    Buffer.from(String(value)),
    Buffer.from((value >>> 0).toString(16)),
    four,
    Buffer.from(four).reverse(),
    eight,
    Buffer.from(eight).reverse(),
  ];
}
