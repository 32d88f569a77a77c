import { decodeToken04 } from '@token04/core';
import type { Mode } from '@token04/fixtures';
import { type Ask, type Asker, type Case, must, type Request } from './case.ts';
import type { Description } from './description.ts';
import { expectOk } from './expectation.ts';
import { Fault } from './fault.ts';
import {
  checkBits,
  checkBytes,
  checkIvSteps,
  checkNonceBits,
  checkNonceWithin,
  checkPairsOfBytes,
  checkRepeats,
  checkWordSteps,
  type Drawn,
} from './freshness-checks.ts';
import { checkNotHashed } from './iv-hashes.ts';
import {
  longRunCase,
  sameArgumentsCase,
  TOKENS_OF_A_LONG_RUN,
  TOKENS_OF_THE_SAME,
} from './long-run-cases.ts';
import { checkMade, choose, type Order, requestFields } from './made-token.ts';
import { mixedRunCase } from './mixed-run-case.ts';
import { ORDINARY } from './tokens.ts';

/** How many tokens each process makes. */
const TOKENS = 4096;
/** Processes besides the first. They start at once, as the instances of a service do. */
const MORE_PROCESSES = 3;
/** How many tokens each of three processes makes that run one after the other. */
const TOKENS_OF_A_RESTART = 64;
/** How many tokens of each process are searched for an IV that is a hash of what is in them. */
const TOKENS_TO_HASH = 4;
/** How many values each check looks at, and how many of them may be repeats. */
export const FRESHNESS = {
  drawn: TOKENS * (MORE_PROCESSES + 1),
  runs: MORE_PROCESSES + 1,
  /** Of 16,384 nonces of 31 bits, not one pair on average; of 16 bits, thousands. */
  nonceRepeats: 5,
  drawnOverRestarts: 3 * TOKENS_OF_A_RESTART,
  nonceRepeatsOverRestarts: 1,
  drawnInALongRun: TOKENS_OF_A_LONG_RUN,
  drawnOfTheSame: TOKENS_OF_THE_SAME,
} as const;

const CHECKS: readonly (readonly [name: string, expects: string, check: (all: Drawn[]) => void])[] =
  [
    [
      'nonce-repeats',
      'no more equal nonces than chance makes of 31 bits',
      (all) =>
        checkRepeats(
          'nonces',
          all.flatMap(({ nonces }) => nonces),
          FRESHNESS.nonceRepeats,
        ),
    ],
    [
      'nonce-range',
      'nonces of 27 bits or more that are not always the same',
      (all) => checkBits(all.flatMap(({ nonces }) => nonces)),
    ],
    [
      'iv-repeats',
      'no IV twice, by any of the processes',
      (all) => checkRepeats('IVs', hexOf(all), 0),
    ],
    ['iv-entropy', 'all 256 values at each place, equally often', (all) => checkBytes(ivsOf(all))],
    [
      'iv-blocks',
      'no two places of an IV that depend on each other',
      (all) => checkPairsOfBytes(ivsOf(all)),
    ],
    ['iv-counter', 'no steps from IV to IV', (all) => checkIvSteps(all.map(({ ivs }) => ivs))],
    [
      'nonce-counter',
      'no steps from nonce to nonce',
      (all) =>
        checkWordSteps(
          'nonces',
          all.map(({ nonces }) => nonces.map(bytesOf)),
        ),
    ],
    ['iv-holds-the-nonce', 'no IV that holds the nonce’s bytes', (all) => checkNonceWithin(all)],
    [
      'iv-and-nonce',
      'no bit of a nonce that goes with a bit of an IV: of its own, the one before or the one after',
      (all) => checkNonceBits(all),
    ],
    [
      'iv-hashed',
      'no IV that is a hash of nonce, time, user, plaintext or secret',
      (all) => checkNotHashed(all.flatMap(({ first }) => first)),
    ],
  ];

/** Whether nonce and IV are fresh each time, from 16,384 tokens of one input by four processes. */
export function* freshnessCases(description: Description): Generator<Case> {
  const { generate, controls } = description;
  for (const mode of generate) {
    const order: Order = { mode, input: ORDINARY, dialect: null, controls: {} };
    const requests: Request[] = [{ op: 'generate', fields: requestFields(order) }];
    let drawn: Promise<Drawn[]> | undefined;
    for (const [name, expects, check] of CHECKS) {
      yield {
        ...must(`freshness/${mode}/${name}`, 'specification 3'),
        alone: true,
        requests,
        expects: `${expects}, in ${TOKENS} tokens of each of ${MORE_PROCESSES + 1} processes`,
        async run(asker) {
          drawn ??= drawAll(asker, order);
          check(await drawn);
        },
      };
    }
    yield longRunCase(order);
    yield sameArgumentsCase(order);
    yield* restartCase(mode, order);
    const chosen = choose(controls, { ctime: 1_700_000_000, nonce: 1 });
    if (Object.keys(chosen).length === 2) yield sameClaimsCase({ ...order, controls: chosen });
  }
  yield* mixedRunCase(description);
}

/** What was drawn before a restart does not come again after it. */
function* restartCase(mode: Mode, order: Order): Generator<Case> {
  yield {
    ...must(`freshness/${mode}/after-a-restart`, 'specification 3'),
    alone: true,
    requests: [{ op: 'generate', fields: requestFields(order) }],
    expects: 'other IVs and nonces than before a restart, three times',
    async run(asker) {
      const all: Drawn[] = [];
      for (let start = 0; start < 3; start++) {
        await asker.restart();
        all.push(await draw(asker.ask, order, TOKENS_OF_A_RESTART));
      }
      checkRepeats('IVs', hexOf(all), 0);
      checkRepeats(
        'nonces',
        all.flatMap(({ nonces }) => nonces),
        FRESHNESS.nonceRepeatsOverRestarts,
      );
    },
  };
}

/** An IV that is made of the claims or of the nonce is the same for the same claims. */
function sameClaimsCase(order: Order): Case {
  const fields = requestFields(order);
  return {
    ...must(`freshness/${order.mode}/same-claims`, 'specification 3'),
    requests: [{ op: 'generate', fields }],
    expects: 'another IV for the same claims, 64 times',
    async run({ ask }) {
      checkRepeats('IVs', hexOf([await draw(ask, order, 64)]), 0);
    },
  };
}

async function drawAll({ ask, startMore }: Asker, order: Order): Promise<Drawn[]> {
  const all = [ask, ...startMore(MORE_PROCESSES)];
  // All answer once before there is much to do, so that they have started within the same second.
  await Promise.all(all.map((one) => one('describe')));
  return Promise.all(all.map((one) => draw(one, order, TOKENS)));
}

async function draw(ask: Ask, order: Order, count: number): Promise<Drawn> {
  const fields = requestFields(order);
  const before = Date.now();
  const tokens = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const { token } = expectOk(await ask('generate', fields));
      // All are decoded below. That the rest is right is checked for the first alone, to save time.
      if (index === 0) checkMade(token, order, { before, after: Date.now() });
      if (typeof token !== 'string') throw new Fault('the token is not a string');
      return token;
    }),
  );
  const decoded = tokens.map((token) => decodeToken04(token, order.input.secret));
  return {
    nonces: decoded.map(({ claims }) => claims.nonce),
    ivs: decoded.map(({ iv }) => iv),
    first: decoded.slice(0, TOKENS_TO_HASH).map((one) => ({ ...one, secret: order.input.secret })),
  };
}

function ivsOf(all: readonly Drawn[]): Uint8Array[] {
  return all.flatMap(({ ivs }) => ivs);
}

function hexOf(all: readonly Drawn[]): string[] {
  return ivsOf(all).map((iv) => Buffer.from(iv).toString('hex'));
}

function bytesOf(nonce: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(nonce | 0);
  return bytes;
}
