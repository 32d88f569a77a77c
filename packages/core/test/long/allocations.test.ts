// A guard that looks at no clock: how many bytes of the heap one token takes. Where nothing is
// collected in between the figure is exact, so a new copy or closure on the fast path shows at once,
// on a busy machine as on a quiet one. Memory outside of the heap, which holds what the ciphers
// return, is not counted.
import { execFileSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';

/** Node.js collects where too much lies outside of the heap, so the heap is emptied before each. */
const SLICES = 10;
const TOKENS_PER_SLICE = 10_000;

const FLAGS = [
  '--expose-gc',
  // Room for all that a slice makes.
  '--min-semi-space-size=2048',
  '--max-semi-space-size=2048',
  // Else the figures hang on when another thread has finished compiling, and spread by 4 %.
  '--no-concurrent-recompilation',
];

/**
 * Bytes per token: 3 % above the largest of four runs of Node.js 20 and one each of 22, 24 and 26,
 * among which a version's figures differ by less than 1 %. Where a change takes less, lower them.
 */
const MOST: [name: string, bytes: number][] = [
  ['issue, cbc', 1935],
  ['issueMany, cbc', 1985],
  ['verify, cbc', 2220],
  ['issue, gcm', 2570],
  ['issueMany, gcm', 2805],
  ['verify, gcm', 2615],
];

const program = `
  const { createIssuer, createVerifier } = await import(process.argv[1]);
  const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
  const payload = '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}';
  const request = { userId: 'demo', effectiveTimeInSeconds: 3600, payload };
  const requests = Array(1000).fill(request);
  const verifier = createVerifier({ serverSecret });
  const ways = {};
  for (const mode of ['cbc', 'gcm']) {
    const issuer = createIssuer({ appId: 1, serverSecret, mode });
    const token = issuer.issue(request);
    ways['issue, ' + mode] = [1, () => issuer.issue(request)];
    ways['issueMany, ' + mode] = [1000, () => issuer.issueMany(requests)];
    ways['verify, ' + mode] = [1, () => verifier.verify(token)];
  }

  const bytes = {};
  for (const [name, [tokens, way]] of Object.entries(ways)) {
    const slice = () => {
      globalThis.gc();
      const before = process.memoryUsage().heapUsed;
      for (let i = 0; i < ${TOKENS_PER_SLICE}; i += tokens) way();
      return (process.memoryUsage().heapUsed - before) / ${TOKENS_PER_SLICE};
    };
    // Unmeasured, until the optimising compiler is done.
    for (let i = 0; i < 4; i++) slice();
    const slices = Array.from({ length: ${SLICES} }, slice).sort((a, b) => a - b);
    bytes[name] = slices[${SLICES >> 1}];
  }
  console.log(JSON.stringify(bytes));
`;

/** In milliseconds. It takes seconds, or a minute on a machine that is busy with ten other things. */
const PATIENCE = 600_000;

const measured: Record<string, number> = {};

beforeAll(() => {
  const dist = new URL('../../dist/index.mjs', import.meta.url).href;
  const args = [...FLAGS, '--input-type=module', '--eval', program, '--', dist];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', timeout: PATIENCE });
  Object.assign(measured, JSON.parse(output));
}, PATIENCE);

test.each(MOST)('%s takes at most %i bytes', (name, most) => {
  expect(measured[name]).toBeGreaterThan(0);
  expect(measured[name]).toBeLessThanOrEqual(most);
});
