import assert from 'node:assert/strict';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createVerifier } from '@token04/core';
import { inTemporaryFolder } from '@token04/test-kit/folder';
import { until } from '@token04/test-kit/until';
import { newApp, newServerSecret } from '../lib/app.mjs';
import { keepAsking } from '../lib/callers.mjs';
import { READY_SERVER, start } from '../lib/start.mjs';
import { newTally } from '../lib/tally.mjs';
import { wholeAnswer } from '../lib/whole-answer.mjs';

const STAY = 1000;
/** The server looks at the file every 2 s. */
const LIMIT = 10_000;

/**
 * The file of the server secret is replaced under load: once with SIGHUP, once without, and once by
 * what is no secret, after which the last one stays.
 */
export function rotation() {
  return inTemporaryFolder(rotateIn);
}

async function rotateIn(folder) {
  const { serverSecret: first, env, jwts: sign } = newApp();
  const secrets = [first, newServerSecret(), newServerSecret()];
  const verifiers = secrets.map((serverSecret) => createVerifier({ serverSecret }));
  const jwts = await sign(20, 3600);
  const file = join(folder, 'secret');
  const replace = async (secret) => {
    await writeFile(`${file}.new`, secret, { mode: 0o600 });
    await rename(`${file}.new`, file);
  };

  const counts = [0, 0, 0];
  /** When the first token of each secret came. */
  const since = [];
  let late = 0;
  // As those who verify tokens meanwhile: with all of the secrets.
  const check = wholeAnswer(secrets);
  const tally = newTally((answer, jwt) => {
    check(answer, jwt);
    const { token } = JSON.parse(answer.body);
    const index = verifiers.findIndex((verifier) => isGood(verifier, token));
    counts[index]++;
    since[index] ??= performance.now();
    if (since[index + 1] < performance.now() - answer.milliseconds) late++;
  });

  await replace(first);
  const { ZEGO_SERVER_SECRET: _, ...settings } = env;
  const server = await start(READY_SERVER, {
    env: { ...settings, ZEGO_SERVER_SECRET_FILE: file },
  });
  const asking = keepAsking({ url: server.url, jwts, callers: 4 }, tally.hear);
  try {
    await sleep(STAY);
    await replace(secrets[1]);
    server.signal('SIGHUP');
    await until(() => counts[1] > 0, LIMIT);
    await sleep(STAY);
    await replace(secrets[2]);
    await until(() => counts[2] > 0, LIMIT);
    await replace('no secret');
    server.signal('SIGHUP');
    await sleep(STAY);
    const before = counts[2];
    await until(() => counts[2] > before, LIMIT);
  } finally {
    await asking.stop();
    await server.end();
  }
  tally.assertSound();
  tally.assertConnected();
  assert.equal(late, 0, 'tokens of an old secret for requests after the first of a new one');
  return `${counts.join(', ')} tokens of the three secrets in turn, all ${tally.whole} good for a verifier that has all three; ${tally.summary()}`;
}

function isGood(verifier, token) {
  try {
    verifier.verify(token);
    return true;
  } catch {
    return false;
  }
}
