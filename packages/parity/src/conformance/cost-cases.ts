import { setTimeout as sleep } from 'node:timers/promises';
import type { Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import { type Ask, type Case, type Fields, must } from './case.ts';
import type { Description } from './description.ts';
import { Fault } from './fault.ts';
import { type ReadingOp, readingOps, readingRequest } from './reading-ops.ts';
import { CLAIMS, seal } from './tokens.ts';

/** How many times as large as the small text the large one is. */
const GROWTH = 4;
/** In proportion to the size it would take 4 times as long, with the square of the size 16 times. */
const MOST_GROWTH = 10;
/** In milliseconds. Below it, what else the machine does weighs more than the size. */
const NOTICEABLE = 50;
/** In each round. */
const TRIES = 6;
const ROUNDS = 3;
/** In milliseconds: what a busy machine is given before the next round. */
const MOMENT = 500;

/** As large as a frame can be: 65,519 bytes of plaintext, 87,422 characters of a token. */
const LARGEST_TEXT = 65_500;
const LARGEST_TOKEN = 87_420;

/** Odd shapes that are as large as can be: answered, in a time that grows with their size. */
export function* costCases(description: Description): Generator<Case> {
  for (const [op, mode] of readingOps(description)) {
    for (const [name, shape] of Object.entries(TEXTS)) {
      const sealed = (size: number): string => seal(mode, withExtra(shape, size));
      yield costCase(op, mode, name, sealed, LARGEST_TEXT);
    }
    // No token of these has a mode, so that trying them once is enough.
    if (mode === 'gcm') continue;
    for (const [name, shape] of Object.entries(TOKENS)) {
      yield costCase(op, mode, name, (size) => `04${shape(size - 2)}`, LARGEST_TOKEN);
    }
  }
}

/** Claims with an unknown field before the others, so that a reader has to read all of it. */
function withExtra(shape: (size: number) => string, size: number): string {
  const claims = dialects.node(CLAIMS);
  return claims.replace('{', () => `{${shape(size - claims.length)},`);
}

const fill = (text: string, size: number): string => text.repeat(Math.max(size / text.length, 1));

const TEXTS: { readonly [name: string]: (size: number) => string } = {
  'deep-lists': (size) => `"x":${fill('[', size / 2 - 4)}${fill(']', size / 2 - 4)}`,
  'deep-objects': (size) => `"x":${fill('{"a":', size / 6 - 4)}1${fill('}', size / 6 - 4)}`,
  'many-keys': (size) =>
    Array.from({ length: size / 12 }, (_, index) => `"k${index}":0`)
      .join(',')
      .slice(0, size)
      .replace(/,[^,]*$/, ''),
  'one-key-again-and-again': (size) => fill('"x":0,', size - 6).replace(/,$/, ''),
  'a-claim-again-and-again': (size) => fill('"user_id":"x",', size - 14).replace(/,$/, ''),
  'long-key': (size) => `"${fill('k', size - 8)}":0`,
  'long-text': (size) => `"x":"${fill('y', size - 8)}"`,
  'long-text-of-escapes': (size) => `"x":"${fill('\\u0041', size - 14)}"`,
  'long-text-of-backslashes': (size) => `"x":"${fill('\\\\', size - 10)}"`,
  'long-number': (size) => `"x":${fill('9', size - 6)}`,
  'long-fraction': (size) => `"x":0.${fill('1', size - 8)}`,
  'long-exponent': (size) => `"x":1e${fill('0', size - 8)}`,
  'many-blanks': (size) => `"x":${fill(' \t\n\r', size - 8)}0`,
  'many-zeros-in-a-list': (size) => `"x":[${fill('0,', size - 10)}0]`,
  'many-surrogate-pairs': (size) => `"x":"${fill('\\ud83d\\ude00', size - 22)}"`,
};

const TOKENS: { readonly [name: string]: (size: number) => string } = {
  'token-of-one-letter': (size) => fill('A', size),
  'token-of-padding': (size) => fill('=', size),
  'token-of-slashes': (size) => fill('/', size),
  'token-of-blanks': (size) => fill(' ', size),
  'token-of-line-ends': (size) => fill('\n', size),
  'token-of-percent-signs': (size) => fill('%2B', size),
  'token-with-a-stray-letter': (size) => `${fill('A', size - 1)}!`,
  'token-padded-throughout': (size) => fill('AA==', size),
};

function costCase(
  op: ReadingOp,
  mode: Mode,
  name: string,
  tokenOf: (size: number) => string,
  largest: number,
): Case {
  const fields = (size: number): Fields => ({
    ...readingRequest(op, tokenOf(Math.floor(size))).fields,
    ...(op === 'verify' && { userId: CLAIMS.userId }),
  });
  return {
    ...must(`cost/${op}-${mode}/${name}`, 'specification 11'),
    alone: true,
    requests: [{ op, fields: fields(largest) }],
    expects: `an answer, in at most ${MOST_GROWTH} times what a quarter of the size takes`,
    async run({ ask }) {
      let factor = 1;
      for (let round = 0; round < ROUNDS; round++) {
        await sleep(round * MOMENT);
        factor = await growth(ask, op, fields(largest / GROWTH), fields(largest));
        if (factor <= MOST_GROWTH) return;
      }
      throw new Fault(`${GROWTH} times the size takes ${factor.toFixed(0)} times the time`);
    },
  };
}

/** How many times as long the large one takes; 1 where that is too little to be told. */
async function growth(
  ask: Ask,
  op: string,
  smallFields: Fields,
  largeFields: Fields,
): Promise<number> {
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  // The least of several tries counts, because what else a machine does only adds time. With a single
  // try, a small text that was held up would hide how much longer the large one takes.
  for (let attempt = 0; attempt < TRIES; attempt++) {
    small = Math.min(small, await time(ask, op, smallFields));
    large = Math.min(large, await time(ask, op, largeFields));
    if (large < NOTICEABLE) return 1;
  }
  return large / small;
}

async function time(ask: Ask, op: string, fields: Fields): Promise<number> {
  const began = performance.now();
  await ask(op, fields);
  return performance.now() - began;
}
