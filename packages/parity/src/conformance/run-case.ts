import type { Testee } from '../testee.ts';
import { TesteeError } from '../testee-error.ts';
import type { Ask, Asker, Case, Environment } from './case.ts';
import { Fault, Unsupported } from './fault.ts';
import type { Result } from './record.ts';
import { type Session, SessionOver } from './session.ts';

/** With what a case is run. */
export interface CaseTools {
  readonly session: Session;
  /** Starts one more process of the testee, with this in its environment beside ours. */
  readonly startOne: (env?: Environment) => Testee;
  /** What is put around each way to ask. */
  readonly guard: (ask: Ask) => Ask;
}

/** Runs one case and ends the processes that it started; undefined where the session is over. */
export async function runCase(
  { id, level, section, requests, run }: Case,
  { session, startOne, guard }: CaseTools,
): Promise<Result | undefined> {
  const head = { id, level, section };
  const started: Testee[] = [];
  const asker: Asker = {
    ask: guard(session.request),
    startMore(count, env) {
      const more = Array.from({ length: count }, () => startOne(env));
      started.push(...more);
      return more.map(({ request }) => guard(request));
    },
    restart: session.restart,
  };
  try {
    await run(asker);
    return { ...head, verdict: 'pass', message: '' };
  } catch (error) {
    if (error instanceof SessionOver) return undefined;
    if (error instanceof Unsupported) {
      return { ...head, verdict: 'unsupported', message: error.message };
    }
    const { message } = error as Error;
    if (error instanceof Fault) return { ...head, verdict: 'fail', message, requests };
    if (error instanceof TesteeError) {
      return { ...head, verdict: error.reason, message, requests };
    }
    throw error;
  } finally {
    await Promise.all(started.map((testee) => testee.end()));
  }
}
