import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runs, skips } from '@token04/test-kit/missing';
import { testFolder } from '@token04/test-kit/test-folder';
import { expect, test } from 'vitest';
import { checkPairs, startTestee, type Testee } from '../../src/index.ts';
import { core as coreCommand, startMutant } from '../programs.ts';

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

test('a pair counts the tokens that its reader does not read', async () => {
  const [node = '', ...args] = coreCommand;
  const core = startTestee(node, args);
  const pairs = await checkPairs([core, startMutant('app-id-int32-read')]);
  expect(pairs).toHaveLength(8);
  for (const { maker, reader, tokens, read } of pairs) {
    expect(tokens, maker).toBe(124);
    expect(read, `${maker} by ${reader}`).toBe(reader === 'mutant' ? 122 : 124);
  }
});

test('where a partner does not describe itself, pairing fails with what it did', async () => {
  const mute = (): Testee =>
    startTestee(process.execPath, ['-e', 'process.stdin.resume()'], { timeLimit: 500 });
  await expect(checkPairs([mute(), mute()])).rejects.toMatchObject({ reason: 'hang' });
});

const isWithoutPhp = skips('testees in PHP', {
  what: 'php',
  isThere: await runs('php', '--version'),
});
/** Empty files in place of the official ones: these testees need no more to answer something. */
const checkout = testFolder();
const official = join(checkout, 'token/php/token04/src/ZEGO');
mkdirSync(official, { recursive: true });
for (const name of ['ZegoErrorCodes', 'ZegoAssistantToken', 'ZegoServerAssistant']) {
  writeFileSync(join(official, `${name}.php`), '<?php\n');
}

test.skipIf(isWithoutPhp).each([
  ['ports/php/testee/testee.php', []],
  ['testees/official-php.php', []],
  ['replay/php.php', [join(official, 'ZegoServerAssistant.php')]],
])('%s waits for a request longer than PHP would', async (program, args) => {
  // In place of the 60 s that PHP waits on a socket unless it is told otherwise.
  const impatient = ['-d', 'default_socket_timeout=1', path(program), ...args];
  const testee = startTestee('php', impatient, { env: { ZEGO_SERVER_ASSISTANT: checkout } });
  const request = { clockMs: 0, iv: '30', nonce: 0, mode: 'cbc', payload: '' };
  const input = { appId: 1, userId: 'demo', secret: '', effectiveTimeInSeconds: 1 };
  const ask = () => testee.request('describe', { ...request, ...input });
  await ask();
  await sleep(1500);
  await ask();
  await testee.end();
  expect(testee.failure).toBeUndefined();
});
