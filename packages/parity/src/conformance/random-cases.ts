import type { Token04Claims } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import type { Input, Mode } from '@token04/fixtures';
import { dialects, officialDialects } from '../dialects/index.ts';
import { type Case, type CaseHead, must, single } from './case.ts';
import { decodeCase } from './decode-cases.ts';
import type { Description } from './description.ts';
import type { Expectation } from './expectation.ts';
import { Fault } from './fault.ts';
import { generateCase } from './generate-case.ts';
import { MAX_APP_ID, MAX_PORTABLE_TTL, MAX_PORTABLE_USER_ID, SECRET_BYTES } from './limits.ts';
import { choose } from './made-token.ts';
import { type RandomSource, randomSource } from './random-source.ts';
import { IV_BYTES } from './tokens.ts';
import type { Readable } from './vectors.ts';

export interface RandomOptions {
  /** How many there are in all shards together. */
  cases: number;
  seed: number;
  /** Which of how many shards, from 1 on. */
  shard: { index: number; count: number };
}

type RandomHead = CaseHead & { readonly random: true };
type Maker = (head: RandomHead, random: RandomSource) => Case;

/** Each case depends on seed and number alone, so that one that failed can be run again. */
export function* randomCases(description: Description, options: RandomOptions): Generator<Case> {
  const { cases, seed, shard } = options;
  for (let number = shard.index; number <= cases; number += shard.count) {
    const found = randomCase(description, seed, number);
    if (found === undefined) return;
    yield found;
  }
}

/** The id of a random case, without its making. */
export function randomCaseId(description: Description, seed: number, number: number): string {
  const makers = makersFor(description);
  const [kind] = makers[number % makers.length] as [string, string, Maker];
  return `random/${kind}/seed-${seed}-case-${number}`;
}

/** Undefined where the testee lists nothing that a random case could try. */
export function randomCase(
  description: Description,
  seed: number,
  number: number,
): Case | undefined {
  const makers = makersFor(description);
  if (makers.length === 0) return undefined;
  const [kind, section, make] = makers[number % makers.length] as [string, string, Maker];
  const random = randomSource(Math.imul(seed + 1, 0x9e3779b1) ^ number);
  const id = `random/${kind}/seed-${seed}-case-${number}`;
  return make({ ...must(id, section), random: true }, random);
}

function makersFor({
  generate,
  decode,
  dialect,
  controls,
}: Description): [string, string, Maker][] {
  const makers: [string, string, Maker][] = [];
  for (const mode of generate) {
    makers.push([
      `generate-${mode}`,
      'protocol 3',
      (head, random) =>
        generateCase(head, { mode, input: randomInput(random), dialect, controls: {} }, 'accept'),
    ]);
    if (controls.length === 0) continue;
    makers.push([
      `controlled-${mode}`,
      'protocol 3',
      (head, random) => {
        const chosen = choose(controls, {
          ctime: random.integer(0, 0x7fff_ffff) * random.pick([1, 2, 3]),
          nonce: random.integer(-0x8000_0000, 0x7fff_ffff),
          iv: toHex(random.bytes(IV_BYTES[mode])),
        });
        const order = { mode, input: randomInput(random), dialect, controls: chosen };
        return generateCase(head, order, 'accept');
      },
    ]);
  }
  for (const mode of decode) {
    makers.push([
      `decode-${mode}`,
      'specification 2',
      (head, random) => decodeCase(head, readable(mode, random)),
    ]);
  }
  if (decode.includes('gcm')) makers.push(['altered-gcm', 'specification 1', alteredCase]);
  return makers;
}

/** What every official generator takes. */
export function randomInput(random: RandomSource): Input {
  return {
    appId: random.integer(1, MAX_APP_ID),
    userId: random.text(1, MAX_PORTABLE_USER_ID),
    // "32" counts bytes for some, characters for others (docs/specification.md, 4).
    secret: random.ascii(SECRET_BYTES),
    effectiveTimeInSeconds: random.integer(1, MAX_PORTABLE_TTL),
    payload: payload(random),
  };
}

/** Mostly short; now and then near the largest that there is, in three bytes a unit. */
function payload(random: RandomSource): string {
  return random.integer(1, 50) === 1 ? random.text(1000, 10_000) : random.text(0, 100);
}

/** A token of random claims, spelt as one of the official generators spells it. */
function readable(mode: Mode, random: RandomSource): Readable {
  const { appId, userId, payload } = randomInput(random);
  const serverSecret = random.textOfBytes(SECRET_BYTES);
  const claims: Token04Claims = {
    appId,
    userId,
    ctime: random.integer(0, 0x7fff_ffff),
    expire: random.integer(0, 0x7fff_ffff) * random.pick([1, 2, 3]),
    nonce: random.integer(-0x8000_0000, 0x7fff_ffff),
    payload,
  };
  const plaintext = dialects[random.pick(officialDialects)](claims);
  const iv = random.bytes(IV_BYTES[mode]);
  const token = sealToken04({ plaintext, expire: claims.expire, serverSecret, mode, iv });
  return { token, serverSecret, mode, iv: toHex(iv), plaintext, claims };
}

const refusedWhereAltered: Expectation = {
  words: 'refused, with any code',
  judge(answer) {
    if (answer.ok !== undefined) throw new Fault('accepted an altered token');
  },
};

/** With one bit flipped anywhere but in the version, a GCM token can never be read. */
function alteredCase(head: RandomHead, random: RandomSource): Case {
  const { token, serverSecret } = readable('gcm', random);
  const body = Buffer.from(token.slice(2), 'base64');
  const index = random.integer(0, body.length - 1);
  body[index] = (body[index] as number) ^ (1 << random.integer(0, 7));
  const altered = `04${body.toString('base64')}`;
  const fields = { token: altered, serverSecret };
  return single(head, { op: 'decode', fields }, refusedWhereAltered);
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
