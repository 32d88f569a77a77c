import assert from 'node:assert/strict';
import { quantile } from './statistics.mjs';

/**
 * Counts what requests came to.
 *
 * @param {(answer: { body: string }, jwt: string) => void} check throws for a 200 that is not whole
 */
export function newTally(check) {
  const milliseconds = [];
  const problems = {};
  const broken = [];
  const tally = {
    whole: 0,
    refused: 0,
    'cut off': 0,
    hang: 0,
    /** How often each code of a problem came. */
    problems,
    hear(outcome, jwt) {
      if (typeof outcome === 'string') {
        tally[outcome]++;
        return;
      }
      milliseconds.push(outcome.milliseconds);
      try {
        hearAnswer(outcome, jwt);
      } catch (error) {
        // Not the message, which may quote the answer.
        broken.push(error.code ?? error.name);
      }
    },
    /** Every answer was a whole token or one of these problems, and none failed to come. */
    assertSound(...codes) {
      assert.equal(broken.length, 0, `${broken.length} answers not whole: ${[...new Set(broken)]}`);
      assert.equal(tally.hang, 0, `${tally.hang} answers did not come`);
      const unexpected = Object.keys(problems).filter((code) => !codes.includes(code));
      assert.equal(unexpected.length, 0, `answers that must not happen: ${unexpected}`);
      assert.ok(tally.whole > 0, 'no token came at all');
    },
    assertConnected() {
      const failed = tally.refused + tally['cut off'];
      assert.equal(failed, 0, `${failed} connections failed`);
    },
    /** The longest that anyone waited, in milliseconds. */
    slowest: () => Math.max(...milliseconds),
    /** Such as `1200 tokens, p50 1.2 ms, p99 8.0 ms`. */
    summary() {
      const at = (share) => `${quantile(milliseconds, share).toFixed(1)} ms`;
      return `${tally.whole} tokens, p50 ${at(0.5)}, p99 ${at(0.99)}`;
    },
  };

  function hearAnswer(answer, jwt) {
    if (answer.status === 200) {
      check(answer, jwt);
      tally.whole++;
      return;
    }
    const { code, status } = JSON.parse(answer.body);
    assert.equal(status, answer.status);
    problems[code] = (problems[code] ?? 0) + 1;
  }

  return tally;
}
