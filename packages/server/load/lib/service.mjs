// Programs beside the server, such as Redis and a proxy: started on this machine, and ended.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { accepts } from '@token04/test-kit/ports';
import { execa } from 'execa';

/** So long only where much else is at work on the machine. */
const START_LIMIT = 30_000;
/** Longer than any run of a load program. */
const LIFE = 900_000;

/**
 * Starts a program and waits until something listens on its port. It ends with this process at the
 * latest, and what it prints is shown only where it does not start.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ port: number, env?: { [name: string]: string } }} options
 */
export async function startService(file, args, { port, env = {} }) {
  const child = execa(file, args, {
    env,
    reject: false,
    all: true,
    maxBuffer: 10_000,
    stdin: 'ignore',
    timeout: LIFE,
    forceKillAfterDelay: 1000,
  });
  const end = async () => {
    // SIGKILL ends even what is stopped.
    child.kill('SIGKILL');
    await child;
  };
  const patience = AbortSignal.timeout(START_LIMIT);
  let hasEnded = false;
  child.finally(() => {
    hasEnded = true;
  });
  while (!(await accepts(port))) {
    if (hasEnded || patience.aborted) {
      child.kill('SIGKILL');
      const { all, shortMessage } = await child;
      throw new Error(`${file} did not start: ${shortMessage ?? ''}\n${all ?? ''}`);
    }
    await sleep(20);
  }
  return {
    pid: /** @type {number} */ (child.pid),
    /** @param {NodeJS.Signals} signal */
    kill: (signal) => {
      child.kill(signal);
    },
    ended: child,
    end,
  };
}

/**
 * Processor time of a process since its start, in microseconds, as Linux tells it: in hundredths of
 * a second.
 *
 * @param {number} pid
 */
export function processorTimeOf(pid) {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'latin1').split(/\) /);
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return (Number(user) + Number(system)) * 10_000;
}
