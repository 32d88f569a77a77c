import type { Token04Claims } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import type { Dialect, Input, Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import { type Case, Fault } from './case.ts';
import { decodeCase, type Readable } from './decode-cases.ts';
import type { Description } from './description.ts';
import { choose, generateCase } from './generate-cases.ts';
import { type RandomSource, randomSource } from './random-source.ts';

export interface RandomOptions {
  /** How many there are in all shards together. */
  cases: number;
  seed: number;
  /** Which of how many shards, from 1 on. */
  shard: { index: number; count: number };
}

type Maker = (id: string, random: RandomSource) => Case;

/** Each case depends on seed and number alone, so that one that failed can be run again. */
export function* randomCases(description: Description, options: RandomOptions): Generator<Case> {
  const makers = makersFor(description);
  const { cases, seed, shard } = options;
  if (makers.length === 0) return;
  for (let number = shard.index; number <= cases; number += shard.count) {
    const [kind, make] = makers[number % makers.length] as [string, Maker];
    const random = randomSource(Math.imul(seed + 1, 0x9e3779b1) ^ number);
    yield make(`random/${kind}/seed-${seed}-case-${number}`, random);
  }
}

function makersFor({ generate, decode, dialect, controls }: Description): [string, Maker][] {
  const makers: [string, Maker][] = [];
  for (const mode of generate) {
    makers.push([
      `generate-${mode}`,
      (id, random) => generateCase(id, mode, input(random), dialect, {}, 'accept', true),
    ]);
    if (controls.length === 0) continue;
    makers.push([
      `controlled-${mode}`,
      (id, random) => {
        const chosen = choose(controls, {
          ctime: random.integer(0, 0x7fff_ffff) * random.pick([1, 2, 3]),
          nonce: random.integer(-0x8000_0000, 0x7fff_ffff),
          iv: toHex(random.bytes(IV_BYTES[mode])),
        });
        return generateCase(id, mode, input(random), dialect, chosen, 'accept', true);
      },
    ]);
  }
  for (const mode of decode) {
    makers.push([`decode-${mode}`, (id, random) => decodeCase(id, readable(mode, random), true)]);
  }
  if (decode.includes('gcm')) makers.push(['altered-gcm', alteredCase]);
  return makers;
}

const IV_BYTES = { cbc: 16, gcm: 12 } as const;
const DIALECTS = Object.keys(dialects) as Dialect[];

/** What every official generator takes. */
function input(random: RandomSource): Input {
  return {
    appId: random.integer(1, 0xffff_ffff),
    userId: random.text(1, 64),
    // "32" counts bytes for some, characters for others (docs/specification.md, 4).
    secret: random.ascii(32),
    effectiveTimeInSeconds: random.integer(1, 315_360_000),
    payload: payload(random),
  };
}

/** Mostly short; now and then near the largest that there is, in three bytes a unit. */
function payload(random: RandomSource): string {
  return random.integer(1, 50) === 1 ? random.text(1000, 10_000) : random.text(0, 100);
}

/** In the spelling of any official generator. */
function readable(mode: Mode, random: RandomSource): Readable {
  const { appId, userId, payload } = input(random);
  const serverSecret = random.textOfBytes(32);
  const claims: Token04Claims = {
    appId,
    userId,
    ctime: random.integer(0, 0x7fff_ffff),
    expire: random.integer(0, 0x7fff_ffff) * random.pick([1, 2, 3]),
    nonce: random.integer(-0x8000_0000, 0x7fff_ffff),
    payload,
  };
  const plaintext = dialects[random.pick(DIALECTS)](claims);
  const iv = random.bytes(IV_BYTES[mode]);
  const token = sealToken04({ plaintext, expire: claims.expire, serverSecret, mode, iv });
  return { token, serverSecret, mode, iv: toHex(iv), plaintext, claims };
}

/** With one bit flipped anywhere but in the version, a GCM token can never be read. */
function alteredCase(id: string, random: RandomSource): Case {
  const { token, serverSecret } = readable('gcm', random);
  const body = Buffer.from(token.slice(2), 'base64');
  const index = random.integer(0, body.length - 1);
  body[index] = (body[index] as number) ^ (1 << random.integer(0, 7));
  const altered = `04${body.toString('base64')}`;
  return {
    id,
    random: true,
    async run(ask) {
      const answer = await ask('decode', { token: altered, serverSecret });
      if (answer.ok !== undefined) throw new Fault('accepted an altered token');
    },
  };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
