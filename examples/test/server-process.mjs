import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';

/** In milliseconds: to say where it listens, and to end once it is told to. */
const START_TIMEOUT = 120_000;
const STOP_TIMEOUT = 30_000;

/** The settings of every example. */
export const settings = {
  ZEGO_APP_ID: '1234567890',
  ZEGO_SERVER_SECRET: 'fa94dd0f974cf2e293728a526b028271',
  // Of those with a login: what their sessions or JWTs are signed with. Auth.js has its own name.
  LOGIN_SECRET: 'of-the-login-and-of-nothing-else',
  AUTH_SECRET: 'of-the-login-and-of-nothing-else',
};

/**
 * Starts a server and waits until it says where it listens.
 *
 * @param findUrl reads the URL from what it has written so far, or gives undefined
 * @returns `{ url, stop() }`; `stop` ends the process, and waits for its end
 * @throws with what it wrote where it ends, or says nothing in time
 */
export async function startServer(file, args, { findUrl = firstUrl, ...options }) {
  const server = execa(file, args, {
    stdin: 'ignore',
    reject: false,
    forceKillAfterDelay: STOP_TIMEOUT,
    ...options,
    env: { ...settings, PORT: '0', NO_COLOR: '1', ...options.env },
  });
  const stop = async () => {
    server.kill();
    const ended = await within(2 * STOP_TIMEOUT, server);
    if (ended === undefined) throw new Error(`process ${server.pid} did not end`);
    return ended;
  };

  let written = '';
  const listening = new Promise((resolve) => {
    // Deno says it on stderr.
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        written += text;
        const url = findUrl(written);
        if (url !== undefined) resolve(url);
      });
    }
  });
  const ended = server.then(() => undefined);
  const url = await within(START_TIMEOUT, Promise.race([listening, ended]));
  if (url !== undefined) return { url, stop };

  const { shortMessage, stdout, stderr } = await stop();
  throw new Error(`it never said where it listens\n${shortMessage}\n${stdout}\n${stderr}`);
}

/** What the promise gives, or undefined if it takes longer. */
async function within(milliseconds, promise) {
  const cancel = new AbortController();
  const tooLate = setTimeout(milliseconds, undefined, { signal: cancel.signal });
  tooLate.catch(() => {}); // cancelled
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    cancel.abort();
  }
}

function firstUrl(written) {
  return /http:\/\/\S+(?=\s)/.exec(written)?.[0];
}
