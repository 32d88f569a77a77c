import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadVectorFile, type VectorFile, vectorFileNames } from '@token04/fixtures';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { expect, test } from 'vitest';

const folder = new URL('../replay/', import.meta.url);

interface Replayed {
  missing?: string;
  passed: number;
  failures: string[];
}
const { isReplayed, replayFile } = (await import(new URL('replay-file.mjs', folder).href)) as {
  isReplayed(file: VectorFile): boolean;
  replayFile(file: VectorFile, checkouts: string[]): Promise<Replayed>;
};

/** It draws as official Node.js does in CBC: a nonce, then the IV's characters. */
const PROGRAM = `
const { createCipheriv } = require('crypto');
exports.generateToken04 = (app_id, user_id, secret, seconds, payload) => {
  if (app_id === 0) throw { errorCode: 1, errorMessage: 'appID invalid' };
  if (Buffer.byteLength(secret) > 32) throw new Error('any words');
  const nonce = Math.ceil(2147483647 * Math.random());
  const ctime = Math.floor(new Date().getTime() / 1000);
  const expire = ctime + seconds;
  const digit = () => Math.floor(Math.random() * 36).toString(36);
  const iv = Array.from({ length: 16 }, digit).join('');
  const cipher = createCipheriv('aes-256-cbc', secret, iv);
  const plaintext = JSON.stringify({ app_id, user_id, nonce, ctime, expire, payload });
  console.log(plaintext);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const head = Buffer.alloc(10);
  head.writeBigInt64BE(BigInt(expire));
  head.writeUInt16BE(16, 8);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(ciphertext.length);
  const body = Buffer.concat([head, Buffer.from(iv), length, ciphertext]);
  return '04' + body.toString('base64');
};
`;
const IDS = ['basic/smallest-app-id', 'edge/app-id-0', 'edge/32-characters-64-bytes'];

const checkout = testFolder();

/** A token, a rejection and a crash of official Node.js, as if the text were the official one. */
async function replay(text: string, recorded = text): Promise<Replayed> {
  const file = loadVectorFile('node-cbc');
  file.vectors = file.vectors.filter(({ id }) => IDS.includes(id));
  expect(file.vectors.map(({ result }) => result)).toEqual(['token', 'rejected', 'crash']);
  file.source.sha256 = createHash('sha256').update(recorded).digest('hex');
  const path = join(checkout, file.source.path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return replayFile(file, [join(checkout, 'no-such-folder'), checkout]);
}

test('a program that draws what was recorded makes the recorded tokens', async () => {
  expect(await replay(PROGRAM)).toEqual({ passed: 3, failures: [] });
});

test.each([
  ['the nonce', 'const ctime', 'Math.random(); const ctime', 'it draws more than was recorded'],
  ['the number of draws', 'length: 16', 'length: 15', 'Invalid initialization vector'],
  ['the clock', '/ 1000)', '/ 1000) + 1', 'differs from character 12 on'],
  [
    'the spelling',
    'app_id, user_id, nonce',
    'app_id, nonce, user_id',
    'differs from character 39 on',
  ],
])('a program that differs in %s fails, with the reason', async (_name, from, to, words) => {
  const { passed, failures } = await replay(PROGRAM.replaceAll(from, to));
  expect(passed).toBe(2);
  expect(failures.map((line) => line.split(' ')[0])).toEqual(['basic/smallest-app-id']);
  expect(failures[0]).toContain(words);
});

test('a rejection with another code fails, and a crash with other words does not', async () => {
  const other = PROGRAM.replace('errorCode: 1', 'errorCode: 2').replace('> 32', '> 64');
  const { failures } = await replay(other.replace('secret, iv)', 'secret.slice(0, 32), iv)'));
  expect(failures).toHaveLength(1);
  expect(failures[0]).toMatch(/^edge\/app-id-0 was rejected with 1, appID invalid, and now 2/);
});

test('a program whose text is not the recorded one is not run', async () => {
  const { missing } = await replay('process.exit(1)', PROGRAM);
  expect(missing).toBe(
    'no checkout has the recorded token/nodejs/token04/server/zegoServerAssistant.js',
  );
});

test('each file is skipped with a line, or made again without a difference', async () => {
  const { stdout, exitCode } = await execa(
    process.execPath,
    [fileURLToPath(new URL('run.mjs', folder))],
    {
      reject: false,
    },
  );
  console.log(stdout);
  expect(exitCode).toBe(0);
  const replayed = vectorFileNames.filter((name) => isReplayed(loadVectorFile(name)));
  expect(replayed.length).toBeGreaterThanOrEqual(6);
  for (const name of replayed) {
    expect(stdout).toMatch(
      new RegExp(`^${name}: (SKIPPED, since .*|\\d+ made again, 0 otherwise)$`, 'm'),
    );
  }
  expect(stdout).toMatch(/\d+ passed, 0 failed, \d+ skipped$/);
});
