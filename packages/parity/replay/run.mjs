// `npm run fixtures:replay`: the official Node.js, PHP and Python programs, given the clock, nonce and
// IV of each recorded vector, must make its token again, byte for byte. They come from the checkouts
// of zego_server_assistant that ZEGO_SERVER_ASSISTANT names, separated as in PATH, since the two modes
// are in different commits.
import { delimiter } from 'node:path';
import { loadVectorFile, vectorFileNames } from '@token04/fixtures';
import { isReplayed, replayFile } from './replay-file.mjs';

const checkouts = (process.env.ZEGO_SERVER_ASSISTANT ?? '').split(delimiter).filter(Boolean);
const total = { passed: 0, failed: 0, skipped: 0 };

for (const name of vectorFileNames) {
  const vectorFile = loadVectorFile(name);
  if (!isReplayed(vectorFile)) continue;
  const { missing, passed, failures } = await replayFile(vectorFile, checkouts);
  if (missing !== undefined) {
    console.log(`${name}: SKIPPED, since ${missing}`);
    total.skipped++;
    continue;
  }
  for (const failure of failures) console.log(`${name}: ${failure}`);
  console.log(`${name}: ${passed} made again, ${failures.length} otherwise`);
  total.passed += passed;
  total.failed += failures.length;
}
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
