// Starts every example with the packed packages, and asks it for tokens over HTTP as good and as bad
// clients do: `node examples/run.mjs`, or some of them by name: `node examples/run.mjs express deno`. The last line says how many cases passed and failed, and how
// many examples were skipped for want of their runtime; with CI=true these count as failed.
import { fileURLToPath } from 'node:url';
import { prepareFolder } from '../scripts/lib/own-folder.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

prepareFolder(folder, 'Installing what the examples use: 800 MB, once.');

// Only now are there dependencies to import.
const { installPacked } = await import('./test/install.mjs');
await installPacked(['core', 'provider', 'server']);
const { clients, servers } = await import('./test/examples.mjs');
const { askOver, endpointChecks } = await import('./test/endpoint-checks.mjs');
const { noLogin } = await import('./test/logins.mjs');

const total = { passed: 0, failed: 0, skipped: 0 };
const wanted = process.argv.slice(2);
const chosen = servers.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const server of chosen) await runServer(server);
for (const [name, check] of wanted.length === 0 ? Object.entries(clients) : []) {
  await runCase(name, check);
}

const { passed, failed, skipped } = total;
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);

/** All cases of one example. */
async function runServer({ name, needs, before = {}, start, login = noLogin, more = {} }) {
  if (needs !== undefined) {
    console.log(`${process.env.CI ? '✗' : '-'} ${name}: ${needs} is not found on this machine`);
    total[process.env.CI ? 'failed' : 'skipped'] += 1;
    return;
  }
  for (const [title, check] of Object.entries(before)) await runCase(`${name}: ${title}`, check);

  let server;
  await runCase(`${name}: starts`, async () => {
    server = await start();
  });
  if (server === undefined) return;
  let given;
  await runCase(`${name}: users log in`, async () => {
    given = await askOver(server, login);
  });
  for (const [title, check] of Object.entries(given ? { ...endpointChecks, ...more } : {})) {
    await runCase(`${name}: ${title}`, () => check(...given));
  }
  await runCase(`${name}: stops`, () => server.stop());
}

/** Runs one case and says in a line how it went. */
async function runCase(title, check) {
  try {
    await check();
    total.passed += 1;
    console.log(`✓ ${title}`);
  } catch (error) {
    total.failed += 1;
    console.log(`✗ ${title}\n${error.message}`);
  }
}
