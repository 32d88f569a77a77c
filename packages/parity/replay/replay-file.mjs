// One vector file against the official program that made it.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestee } from '@token04/parity';
import { findMissing } from '../testees/list.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The languages whose programs take a clock and a random source from outside. */
const PROGRAMS = {
  node: { command: ['node', 'node.mjs'] },
  php: {
    command: ['php', 'php.php'],
    probe: ['php', '-r', "exit(extension_loaded('openssl') ? 0 : 1);"],
  },
  python: {
    command: ['python3', 'python.py'],
    probe: ['python3', '-c', 'import Crypto'],
  },
};

export function isReplayed({ language }) {
  return Object.hasOwn(PROGRAMS, language);
}

/**
 * @returns `missing`, why it cannot be tried; or how many vectors `passed`, and the `failures` in
 * words that hold no token
 */
export async function replayFile({ language, source, mode, vectors }, checkouts) {
  if (checkouts.length === 0) return { missing: 'ZEGO_SERVER_ASSISTANT names no checkout' };
  const official = await findText(source, checkouts);
  if (official === undefined) return { missing: `no checkout has the recorded ${source.path}` };
  const { command, probe } = PROGRAMS[language];
  const [file, ...args] = command;
  const lacking = await findMissing([file], probe, here);
  if (lacking !== undefined) return { missing: `this machine lacks ${lacking}` };

  const testee = startTestee(file, [...args, official], { cwd: here });
  const failures = [];
  try {
    for (const vector of vectors) {
      const failure = compare(vector, await testee.request('replay', requestOf(vector, mode)));
      if (failure !== undefined) failures.push(`${vector.id} ${failure}`);
    }
  } finally {
    await testee.end();
  }
  return { passed: vectors.length - failures.length, failures };
}

/** The official program's main file, the very text that made the vectors. */
async function findText({ path, sha256 }, checkouts) {
  for (const checkout of checkouts) {
    const file = join(checkout, path);
    const text = await readFile(file).catch(() => undefined);
    if (text === undefined) continue;
    if (createHash('sha256').update(text).digest('hex') === sha256) return file;
  }
  return undefined;
}

/** Where no token was recorded, any nonce and IV will do. */
function requestOf({ input, clockMs, nonce = 0, iv }, mode) {
  const text = iv ?? '30'.repeat(mode === 'gcm' ? 12 : 16);
  return { mode, ...input, clockMs, nonce, iv: text };
}

function compare({ result, token, code, message }, { ok, error }) {
  switch (result) {
    case 'token':
      if (ok === undefined) return `was made, and now ${error.code}: ${error.message}`;
      return ok.token === token
        ? undefined
        : `differs from character ${firstDifference(ok.token, token)} on`;
    case 'rejected':
      if (ok !== undefined) return 'was rejected, and is made now';
      if (error.code === String(code) && error.message === message) return undefined;
      return `was rejected with ${code}, ${message}, and now ${error.code}, ${error.message}`;
    case 'crash':
      // The words are the runtime's, and change with its version.
      return error?.code === 'Crash' ? undefined : 'crashed, and does so no longer';
  }
}

function firstDifference(made, recorded) {
  let index = 0;
  while (made[index] === recorded[index]) index++;
  return index;
}
