// Runs all testees that this machine has what they need for: each against the runner's cases, and
// each pair. What came of it stands in results.json, of which `token04-parity report` makes its
// tables; of testees that are not run it keeps what it has.
import { readFile, writeFile } from 'node:fs/promises';
import { checkConformance, checkPairs } from '@token04/parity';
import { listTestees } from './list.mjs';
import quickAreas from './quick-areas.json' with { type: 'json' };

const resultsFile = new URL('results.json', import.meta.url);
const inCi = process.env.CI === 'true';

/**
 * @param ids only these testees, of list.json; all if there are none
 * @param isCheck compares with results.json; otherwise it is written
 * @param isQuick puts the ports, and core's web entry, to the areas of quick-areas.json only, and skips
 * what was never built, but in CI
 * @param cases how many random cases each port is put to, beside the fixed ones
 * @param pairCases how many tokens of random inputs each makes for all, beside the fixtures' inputs
 * @returns how many cases and tokens passed, failed, and how many testees were skipped
 */
export async function runTestees({ ids = [], isCheck, isQuick = false, cases = 0, pairCases = 0 }) {
  const before = JSON.parse(await readFile(resultsFile, 'utf8'));
  const total = { passed: 0, failed: 0, skipped: 0 };
  const testees = {};
  const starters = [];
  const all = await listTestees();
  const unknown = ids.filter((id) => !all.some((testee) => testee.id === id));
  if (unknown.length > 0) throw new RangeError(`testees/list.json has no ${unknown.join(', ')}`);

  for (const testee of all) {
    const { id } = testee;
    if (ids.length > 0 && !ids.includes(id)) {
      if (before.testees[id] !== undefined) testees[id] = before.testees[id];
      if (id === 'core') starters.push([id, testee.start]);
      continue;
    }
    const missing = (await testee.missing()) ?? (isQuick && !inCi ? unbuilt(testee) : undefined);
    if (missing !== undefined) {
      console.log(`${id}: SKIPPED, since it needs ${missing}`);
      if (inCi && !testee.isOptional) total.failed++;
      else total.skipped++;
      if (before.testees[id] !== undefined) testees[id] = before.testees[id];
      continue;
    }
    await testee.build();
    const isPart = isQuick && (testee.kind === 'port' || id === 'core-web');
    const run = await runOne(testee, testee.kind === 'port' ? cases : 0, isPart);
    total.passed += run.counts.passed + run.counts.known;
    total.failed += run.counts.failed;
    if (run.description === undefined) continue;
    const { name, language, dialect } = run.description;
    const areas = isPart ? before.testees[id]?.areas : countAreas(run.results);
    testees[id] = { name, kind: testee.kind, language, dialect, areas };
    starters.push([id, testee.start]);
  }

  const partners = starters.map(([id, start]) => [id, start()]);
  const pairs = await checkPairs(
    partners.map(([, testee]) => testee),
    { cases: pairCases },
  ).finally(() => {
    for (const [id, { failure }] of partners) {
      if (failure !== undefined) console.log(`${id}: ${failure.message}, while paired`);
    }
  });
  for (const { maker, reader, mode, tokens, read } of pairs) {
    total.passed += read;
    total.failed += tokens - read;
    if (read === tokens) continue;
    console.log(`${reader}: ${tokens - read} of ${tokens} ${mode} tokens of ${maker} not read`);
  }
  const read = pairs.reduce((sum, pair) => sum + pair.read, 0);
  console.log(`pairs: ${read} tokens read in ${pairs.length} pairs`);

  const after = { testees, pairs: mergePairs(testees, before.pairs, pairs) };
  if (!isCheck) await writeFile(resultsFile, `${JSON.stringify(after, null, 2)}\n`);
  else if (!isSame(before, after)) {
    console.log('results.json is not what came of this run: node testees/run.mjs writes it');
    total.failed++;
  }
  return total;
}

function unbuilt({ isBuilt }) {
  return isBuilt() ? undefined : 'a build: npm run ports';
}

async function runOne({ id, start, known }, cases, isPart) {
  const counts = { passed: 0, known: 0, failed: 0 };
  const results = [];
  let description;
  for (const area of isPart ? quickAreas : ['']) {
    const options = { cases, known: await known(), only: area === '' ? '' : `${area}/` };
    const run = await checkConformance(start, options);
    for (const name of Object.keys(counts)) counts[name] += run.counts[name];
    results.push(...run.results);
    description = run.description;
  }
  for (const { id: name, verdict, message } of results) {
    if (!['pass', 'known'].includes(verdict)) {
      console.log(`${id}: ${name} ${verdict} ${message}`);
    }
  }
  const { passed, known: listed, failed } = counts;
  const of = isPart ? ` (of ${quickAreas.join(', ')})` : '';
  console.log(`${id}: ${passed} passed, ${listed} known, ${failed} failed${of}`);
  return { counts, results, description };
}

/** Of the fixed cases; a random one is listed only where it failed. */
function countAreas(results) {
  const areas = {};
  for (const { id, verdict } of results) {
    const [area] = id.split('/');
    if (area === 'random') continue;
    areas[area] ??= { pass: 0, known: 0 };
    areas[area][verdict] = (areas[area][verdict] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(areas).sort(([a], [b]) => a.localeCompare(b)));
}

/** Those of this run, and before them those of a partner that was not run, in the testees' order. */
function mergePairs(testees, before, ran) {
  const names = Object.values(testees).map(({ name }) => name);
  const key = ({ maker, mode, reader }) => [names.indexOf(maker), mode, names.indexOf(reader)];
  const isListed = ({ maker, reader }) => names.includes(maker) && names.includes(reader);
  const byKey = new Map();
  for (const pair of [...before.filter(isListed), ...ran]) byKey.set(String(key(pair)), pair);
  return [...byKey.values()].sort((a, b) => compare(key(a), key(b)));
}

function compare([maker, mode, reader], [otherMaker, otherMode, otherReader]) {
  return maker - otherMaker || mode.localeCompare(otherMode) || reader - otherReader;
}

/** A check may make fewer random tokens than there were: then all of each pair's must be read. */
function isSame(before, after) {
  const outline = ({ testees, pairs }) => ({
    testees,
    pairs: pairs.map(({ maker, mode, reader, tokens, read }) => [
      maker,
      mode,
      reader,
      tokens === read,
    ]),
  });
  return JSON.stringify(outline(before)) === JSON.stringify(outline(after));
}
