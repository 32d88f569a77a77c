import type { Token04Claims } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import type { Input, Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';

/** The input that everyone takes. */
export const ORDINARY: Input = {
  appId: 1234567890,
  userId: 'demo',
  secret: 'fa94dd0f974cf2e293728a526b028271',
  effectiveTimeInSeconds: 3600,
  payload: '',
};
export const OTHER_SECRET = 'fa94dd0f974cf2e293728a526b028272';
/** The ordinary one, others that share their start or their end with it, and one that has its bytes. */
export const SIMILAR_SECRETS: readonly string[] = [
  ORDINARY.secret,
  OTHER_SECRET,
  `0${ORDINARY.secret.slice(1)}`,
  ORDINARY.secret.slice(1) + ORDINARY.secret.slice(0, 1),
];

export const CTIME = 1_700_000_000;
export const EXPIRE: number = CTIME + 3600;
export const CLAIMS: Token04Claims = {
  appId: 7,
  userId: 'Z\u00fcrich',
  ctime: CTIME,
  expire: EXPIRE,
  nonce: 1,
  payload: '',
};
export const IV_BYTES = { cbc: 16, gcm: 12 } as const;

export function otherThan(mode: Mode): Mode {
  return mode === 'cbc' ? 'gcm' : 'cbc';
}

/** Every byte of it depends on the seed, and some have their high bit set. */
export function chosenIv(mode: Mode, seed: number): string {
  const bytes = Array.from({ length: IV_BYTES[mode] }, (_, at) => (seed * 31 + at * 37) & 0xff);
  return Buffer.from(bytes).toString('hex');
}

/** How a token is sealed; what is absent is as usual. */
export interface Seal {
  /** What stands outside of the ciphertext. */
  readonly expire?: number | bigint;
  readonly serverSecret?: string;
  readonly iv?: Uint8Array;
}

/** A token of these claims, or of this plaintext. */
export function seal(mode: Mode, claims: Token04Claims | string, parts: Seal = {}): string {
  const isText = typeof claims === 'string';
  return sealToken04({
    plaintext: isText ? claims : dialects.node(claims),
    expire: parts.expire ?? (isText ? EXPIRE : claims.expire),
    serverSecret: parts.serverSecret ?? ORDINARY.secret,
    mode,
    iv: parts.iv ?? Uint8Array.from(Buffer.from(chosenIv(mode, 1), 'hex')),
  });
}
