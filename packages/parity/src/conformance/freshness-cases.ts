import { decodeToken04 } from '@token04/core';
import type { Mode } from '@token04/fixtures';
import { type Ask, type Case, Fault } from './case.ts';
import type { Description } from './description.ts';
import { generateToken, ORDINARY } from './generate-cases.ts';

const TOKENS = 1000;

/** Two nonces of 31 bits meet by chance in one run of 4,300; two such pairs do in none of 10^7. */
const MAX_NONCE_REPEATS = 1;

/**
 * Of 8 bits a byte. Among 1,000 random IVs, about 251 of the 256 values turn up at each place,
 * which makes 7.97 bits; with base64 digits it is 6 at most, with `[0-9a-z]` 5.2, with hex digits 4.
 */
const MIN_BITS_PER_BYTE = 7.5;

/** Whether nonce and IV are fresh each time, from 1,000 tokens of one input. */
export function* freshnessCases({ generate }: Description): Generator<Case> {
  for (const mode of generate) {
    let drawn: Promise<Drawn> | undefined;
    const checks: [name: string, check: (drawn: Drawn) => void][] = [
      ['nonce-repeats', checkNonces],
      ['iv-repeats', checkIvs],
      ['iv-entropy', checkEntropy],
    ];
    for (const [name, check] of checks) {
      yield {
        id: `freshness/${mode}/${name}`,
        async run(ask) {
          drawn ??= draw(ask, mode);
          check(await drawn);
        },
      };
    }
  }
}

interface Drawn {
  nonces: number[];
  ivs: Uint8Array[];
}

async function draw(ask: Ask, mode: Mode): Promise<Drawn> {
  const tokens = await Promise.all(
    Array.from({ length: TOKENS }, () => generateToken(ask, mode, ORDINARY)),
  );
  const decoded = tokens.map((token) => decodeToken04(token, ORDINARY.secret));
  return {
    nonces: decoded.map(({ claims }) => claims.nonce),
    ivs: decoded.map(({ iv }) => iv),
  };
}

function checkNonces({ nonces }: Drawn): void {
  const repeats = nonces.length - new Set(nonces).size;
  if (repeats > MAX_NONCE_REPEATS) throw new Fault(`${repeats} of ${TOKENS} nonces are repeats`);
}

function checkIvs({ ivs }: Drawn): void {
  const repeats = ivs.length - new Set(ivs.map((iv) => Buffer.from(iv).toString('hex'))).size;
  if (repeats > 0) throw new Fault(`${repeats} of ${TOKENS} IVs are repeats`);
}

function checkEntropy({ ivs }: Drawn): void {
  const bytes = ivs[0]?.length ?? 0;
  const bits = Array.from({ length: bytes }, (_, index) =>
    Math.log2(new Set(ivs.map((iv) => iv[index])).size),
  ).reduce((sum, each) => sum + each, 0);
  if (bits >= MIN_BITS_PER_BYTE * bytes) return;
  throw new Fault(`an IV has ${bits.toFixed(0)} bits at most, of ${8 * bytes}`);
}
