import { setTimeout as sleep } from 'node:timers/promises';
import type { Case } from './case.ts';
import { expectOk } from './expectation.ts';
import { askForToken, checkMade, type Order, requestFields } from './made-token.ts';
import { stateHead } from './state-head.ts';

/** The time is read anew for each token, and rounded down. */
export function* clockCases(order: Order): Generator<Case> {
  yield laterCase(order);
  yield secondHalfCase(order);
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
        const { from, to } = SECOND_HALF;
        const past = Date.now() % 1000;
        if (past < from || past > to) await sleep((from - past + 1000) % 1000);
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
