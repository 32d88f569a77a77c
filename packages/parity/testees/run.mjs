// Runs all testees that this machine has what they need for: each against the runner's fixed cases,
// and each pair. Writes the counts to results.json, from which `token04-parity report` makes its
// tables; those of testees that are not run stay. --check compares instead.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkConformance, checkPairs } from '@token04/parity';
import { listTestees } from './list.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const isCheck = process.argv[2] === '--check';
const inCi = process.env.CI === 'true';

const before = JSON.parse(await readFile(here('results.json'), 'utf8'));
const testees = {};
const starters = [];
let failed = 0;

for (const testee of await listTestees()) {
  const { id, start } = testee;
  const missing = await testee.missing();
  if (missing !== undefined) {
    console.log(`${id}: SKIPPED, since it needs ${missing}`);
    if (inCi && !testee.isOptional) failed++;
    if (before.testees[id] !== undefined) testees[id] = before.testees[id];
    continue;
  }
  await testee.build();
  const run = await checkConformance(start, { cases: 0, known: await testee.known() });
  for (const { id: name, verdict, message } of run.results) {
    if (!['pass', 'known', 'unsupported'].includes(verdict)) {
      console.log(`${id}: ${name} ${verdict} ${message}`);
    }
  }
  const { passed, known: listed, unsupported, failed: wrong } = run.counts;
  failed += wrong;
  console.log(
    `${id}: ${passed} passed, ${listed} known, ${unsupported} unsupported, ${wrong} failed`,
  );
  if (run.description === undefined) continue;
  const { name, language } = run.description;
  testees[id] = { name, language, areas: countAreas(run.results) };
  starters.push(start);
}

const names = Object.values(testees).map(({ name }) => name);
const ran = await checkPairs(starters.map((start) => start()));
for (const { maker, reader, mode, tokens, read } of ran) {
  const wrong = tokens - read;
  failed += wrong;
  if (wrong > 0)
    console.log(`${reader}: ${wrong} of ${tokens} ${mode} tokens of ${maker} not read`);
}
console.log(
  `pairs: ${ran.reduce((sum, { read }) => sum + read, 0)} tokens read in ${ran.length} pairs`,
);
const isSame = (a) => (b) => a.maker === b.maker && a.reader === b.reader && a.mode === b.mode;
const kept = before.pairs.filter(
  (pair) => !ran.some(isSame(pair)) && names.includes(pair.maker) && names.includes(pair.reader),
);
const order = ({ maker, reader, mode }) =>
  [names.indexOf(maker), mode, names.indexOf(reader)].join();
const pairs = [...ran, ...kept].sort((a, b) => order(a).localeCompare(order(b)));

const after = `${JSON.stringify({ testees, pairs }, null, 2)}\n`;
if (isCheck && after !== `${JSON.stringify(before, null, 2)}\n`) {
  console.log('results.json is not what came of this run: node testees/run.mjs writes it');
  failed++;
}
if (!isCheck) await writeFile(here('results.json'), after);
process.exitCode = failed > 0 ? 1 : 0;

function countAreas(results) {
  const areas = {};
  for (const { id, verdict } of results) {
    const [area] = id.split('/');
    areas[area] ??= { pass: 0, known: 0, unsupported: 0 };
    areas[area][verdict] = (areas[area][verdict] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(areas).sort(([a], [b]) => a.localeCompare(b)));
}
