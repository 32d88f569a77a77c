// Starts every example with the packed packages, and asks it for tokens over HTTP as good and as bad
// clients do: `node examples/run.mjs`, or some of them by name: `node examples/run.mjs express deno`. The last line says how many cases passed and failed, and how
// many examples were skipped for want of their runtime; with CI=true these count as failed.
import { fileURLToPath } from 'node:url';
import { prepareFolder } from '../scripts/lib/own-folder.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

prepareFolder(folder, 'Installing what the examples use: 900 MB, once.');

// Only now are there dependencies to import.
const { installPacked } = await import('./test/install.mjs');
await installPacked(['core', 'provider', 'server']);
const { Tally } = await import('../packages/test-kit/dist/tally.mjs');
const { clients, servers } = await import('./test/examples.mjs');
const { askOver, endpointChecks } = await import('./test/endpoint-checks.mjs');
const { noLogin } = await import('./test/logins.mjs');

const total = new Tally();
const names = process.argv.slice(2);
const isWanted = ({ name }) => names.length === 0 || names.includes(name);
for (const server of servers.filter(isWanted)) {
  if (isPossible(server)) await runServer(server);
}
for (const client of clients.filter(isWanted)) {
  if (isPossible(client)) await runCases(client.name, client.checks);
}

total.close();

/** Whether this machine has what the example needs; says so where it has not. */
function isPossible({ name, needs }) {
  if (needs === undefined) return true;
  total.miss(name, needs);
  return false;
}

/** All cases of one server. */
async function runServer({ name, before = {}, start, login = noLogin, more = {} }) {
  await runCases(name, before);
  let server;
  let given;
  await runCases(name, {
    async starts() {
      server = await start();
    },
  });
  if (server === undefined) return;
  await runCases(name, {
    async 'users log in'() {
      given = await askOver(server, login);
    },
  });
  if (given !== undefined) await runCases(name, { ...endpointChecks, ...more }, given);
  await runCases(name, { stops: () => server.stop() });
}

async function runCases(name, checks, given = []) {
  for (const [title, check] of Object.entries(checks)) {
    await total.run(`${name}: ${title}`, () => check(...given));
  }
}
