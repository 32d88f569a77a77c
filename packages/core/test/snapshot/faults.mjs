import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '@token04/test-kit/folder';
import { build } from 'esbuild';
import { decodeToken04 } from '../../dist/index.mjs';

const execute = promisify(execFile);
const serverSecret = 'fa94dd0f974cf2e293728a526b028271';

/** Builds a snapshot, starts it twice, and compares the tokens of the three processes; the first faults. */
export function snapshotFaults(node) {
  return inTemporaryFolder(async (folder) => {
    // In milliseconds, which only a hang takes.
    const run = (args) => execute(node, args, { cwd: folder, timeout: 100_000 });
    await build({
      entryPoints: [fileURLToPath(new URL('program.mjs', import.meta.url))],
      outfile: join(folder, 'program.js'),
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
    });
    try {
      await run(['--snapshot-blob', 'blob', '--build-snapshot', 'program.js']);
    } catch (error) {
      return [`no snapshot: ${error.stderr.slice(0, 500) || error.message}`];
    }
    const starts = [];
    for (const start of ['first', 'second']) {
      try {
        const { stdout } = await run(['--snapshot-blob', 'blob']);
        starts.push({ start, ...JSON.parse(stdout) });
      } catch (error) {
        return [`the ${start} start: ${error.stderr?.slice(0, 500) || error.message}`];
      }
    }
    return repeatedValues([
      ...starts[0].before.map((token) => ['while it was built', token]),
      ...starts.flatMap(({ start, after }) => after.map((token) => [`the ${start} start`, token])),
    ]);
  });
}

/** @param tokens `[made when, token]` */
function repeatedValues(tokens) {
  const faults = [];
  const seen = new Map();
  for (const [when, token] of tokens) {
    const { claims, iv, mode } = decodeToken04(token, serverSecret);
    for (const value of [
      `${mode} IV ${Buffer.from(iv).toString('hex')}`,
      `nonce ${claims.nonce}`,
    ]) {
      if (seen.has(value)) faults.push(`${value}: ${seen.get(value)}, and ${when}`);
      seen.set(value, when);
    }
  }
  return faults.slice(0, 10);
}
