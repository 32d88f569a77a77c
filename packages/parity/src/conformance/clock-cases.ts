import { setTimeout as sleep } from 'node:timers/promises';
import { type Case, must } from './case.ts';
import { expectOk } from './expectation.ts';
import { askForToken, checkMade, type Order, requestFields, TICK } from './made-token.ts';
import { stateHead } from './state-head.ts';

/** The time is read anew for each token, and rounded down. */
export function* clockCases(order: Order): Generator<Case> {
  yield laterCase(order);
  yield secondHalfCase(order);
  yield turnCase(order);
  yield timeZonesCase(order);
}

/** The clock of the second token is more than a second after that of the first. */
function laterCase(order: Order): Case {
  const fields = requestFields(order);
  return {
    ...stateHead(`generate-${order.mode}/clock`),
    alone: true,
    requests: [
      { op: 'generate', fields },
      { op: 'generate', fields },
    ],
    expects: 'each with the time at which it was asked for, of which there is more than a second',
    async run({ ask }) {
      for (const pause of [0, 1100]) {
        await sleep(pause);
        await askForToken(ask, order);
      }
    },
  };
}

/** In milliseconds: just before a second turns, while it does, and behind it. */
const BEFORE_THE_TURN = { from: 960, to: 985 } as const;
const THE_TURN = { from: 985, to: 1000 + TICK } as const;
const AFTER_THE_TURN = { from: TICK, to: 90 } as const;

/** Few enough that a slow testee is done with them soon, and enough that one is under way at the turn. */
const AT_A_TIME = 16;

/**
 * A clock that is read now and then, as servers keep one, still says the second before. One that is
 * read twice for a token gives an expire that does not belong to the ctime.
 */
function turnCase(order: Order): Case {
  const fields = requestFields(order);
  return {
    ...stateHead(`generate-${order.mode}/clock-at-the-turn-of-a-second`),
    alone: true,
    requests: [
      { op: 'generate', fields },
      { op: 'generate', fields },
    ],
    expects: 'the second that it is, and its expire, just after it began and while it begins',
    async run({ ask }) {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        await sleepUntil(BEFORE_THE_TURN.from);
        await askForToken(ask, order);
        const wasInTime = isWithin(BEFORE_THE_TURN);
        while (isWithin(BEFORE_THE_TURN) || isWithin(THE_TURN)) {
          await Promise.all(Array.from({ length: AT_A_TIME }, () => askForToken(ask, order)));
        }
        const isInTime = isWithin(AFTER_THE_TURN);
        await askForToken(ask, order);
        if (wasInTime && isInTime) return;
      }
      // On a machine that is never in time, this says nothing, and passes.
    },
  };
}

function isWithin({ from, to }: { readonly from: number; readonly to: number }): boolean {
  const past = Date.now() % 1000;
  return (past >= from && past <= to) || past + 1000 <= to;
}

/** Until so many milliseconds of a second are past. */
async function sleepUntil(milliseconds: number): Promise<void> {
  await sleep((milliseconds - (Date.now() % 1000) + 1000) % 1000);
}

/** A quarter of an hour off each other hour. The second is for libraries without the names of zones. */
const TIME_ZONES = ['Asia/Kathmandu', 'XYZ-5:45'] as const;

/** What is taken for UTC on a server, whose clock shows UTC, is wrong on another. */
function timeZonesCase(order: Order): Case {
  return {
    ...must(`state/generate-${order.mode}/clock-in-another-time-zone`, 'specification 3'),
    alone: true,
    requests: [{ op: 'generate', fields: requestFields(order) }],
    expects: `the time of UTC, by processes with the time zones ${TIME_ZONES.join(' and ')} in TZ`,
    async run({ startMore }) {
      for (const ask of TIME_ZONES.flatMap((TZ) => startMore(1, { TZ }))) {
        await askForToken(ask, order);
      }
    },
  };
}

/** In milliseconds: where a clock that is rounded to the nearest second shows the next one. */
const SECOND_HALF = { from: 550, to: 800 } as const;
const TRIES = 20;

/** A token that is made late in a second has that second, and not the next. */
function secondHalfCase(order: Order): Case {
  const fields = requestFields(order);
  return {
    ...stateHead(`generate-${order.mode}/clock-in-the-second-half`),
    alone: true,
    requests: [{ op: 'generate', fields }],
    expects: 'the second that it is, where the next is nearer',
    async run({ ask }) {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const { from } = SECOND_HALF;
        if (!isWithin(SECOND_HALF)) await sleepUntil(from);
        const before = Date.now();
        const { token } = expectOk(await ask('generate', fields));
        const after = Date.now();
        checkMade(token, order, { before, after });
        // An answer that took longer than the second proves nothing: either second is right then.
        if (Math.floor(before / 1000) === Math.floor(after / 1000) && before % 1000 >= from) return;
      }
      // A testee that takes so long for each token cannot be judged by this, and passes.
    },
  };
}
