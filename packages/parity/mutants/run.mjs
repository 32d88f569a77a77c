// Makes mutants of the references by operators.mjs, puts the suite to a sample of them, and prints
// what share of those that differ observably is caught. A mutant that no case catches is observable
// where it answers one of some thousand random requests in another way than the original.
//
//   node mutants/run.mjs [--sample 200] [--seed 1] [--part 1/2] [--suite FOLDER] [--at-least 98]
//
// --suite names another checkout's packages/parity, to measure an earlier suite by the same mutants.
// Exit status: 0; 1 where the share is below --at-least percent.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { startTestee } from '@token04/parity';
import { inTemporaryFolder } from '@token04/test-kit/folder';
import { unsafeUniformIntDistribution as uniform, xoroshiro128plus } from 'pure-rand';
import { forEachAtATime } from './at-a-time.mjs';
import { mutantsOf } from './operators.mjs';
import { requests } from './requests.mjs';

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    part: { type: 'string', default: '1/1' },
    suite: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
    'at-least': { type: 'string', default: '0' },
  },
});
const seed = Number(options.seed);
const [part, parts] = options.part.split('/').map(Number);
const suite = await import(pathToFileURL(join(options.suite, 'dist', 'index.mjs')).href);

const PARITY = fileURLToPath(new URL('..', import.meta.url));
/** What is mutated: a file, the folder that is copied with it, and what is started in the copy. */
const SOURCES = [
  { file: 'steps.mjs', folder: 'mutants/reference', command: [process.execPath, 'main.mjs'] },
  { file: 'program.mjs', folder: 'mutants/reference', command: [process.execPath, 'main.mjs'] },
  { file: 'testee.py', folder: 'testees/python', command: ['python3', 'testee.py'] },
];
/** In the order in which most faults are found soonest; all areas once more at the end. */
const AREAS = ['verify/', 'generate/', 'controlled/', 'decode/', 'refusal/', 'freshness/', ''];
const REQUESTS = 6000;
const TIME_LIMIT = 10_000;
const CLASSES = ['Malformed', 'Decryption', 'Claims', 'Mismatch', 'Expired'];

const noCounts = () => ({ caught: 0, missed: 0, alike: 0, stillborn: 0 });
const counts = noCounts();
const perFile = new Map();
await forEachAtATime(sample(await allMutants()), judgeOne);
for (const [file, own] of perFile) console.log(`${file}: ${describe(own)}`);
console.log(describe(counts));
process.exitCode = share(counts) * 100 < Number(options['at-least']) ? 1 : 0;

async function judgeOne({ source, mutant }) {
  const what = await judge(source, mutant);
  counts[what]++;
  const own = perFile.get(source.file) ?? noCounts();
  own[what]++;
  perFile.set(source.file, own);
  if (what === 'missed' || what === 'alike') {
    const { operator, line, text } = mutant;
    console.log(`${what} ${source.file}:${line} ${operator}: ${text.split('\n')[line - 1].trim()}`);
  }
}

function share({ caught, missed }) {
  return caught + missed === 0 ? 1 : caught / (caught + missed);
}

function describe(some) {
  const { caught, missed, alike, stillborn } = some;
  const percent = (100 * share(some)).toFixed(1);
  return `${caught} of ${caught + missed} observable ones caught (${percent} %), ${alike} without a difference seen, ${stillborn} that did not start`;
}

async function allMutants() {
  const all = await Promise.all(
    SOURCES.map(async (source) => {
      const text = await readFile(join(PARITY, source.folder, source.file), 'utf8');
      return mutantsOf(text, extname(source.file)).map((mutant) => ({ source, mutant }));
    }),
  );
  return all.flat();
}

/** Some of them, drawn by the seed, in a random order; of these, one part. */
function sample(all) {
  const generator = xoroshiro128plus(seed);
  const rest = [...all];
  const drawn = [];
  while (rest.length > 0 && drawn.length < Number(options.sample)) {
    drawn.push(...rest.splice(uniform(0, rest.length - 1, generator), 1));
  }
  return drawn.filter((_, index) => index % parts === part - 1);
}

function judge({ file, folder, command }, { text }) {
  return inTemporaryFolder(async (copy) => {
    await cp(join(PARITY, folder), copy, { recursive: true });
    await writeFile(join(copy, file), text);
    const [program, ...args] = command;
    const options = { cwd: copy, timeLimit: TIME_LIMIT };
    const start = () => startTestee(program, args, options);
    if (!(await starts(start))) return 'stillborn';
    for (const only of AREAS) {
      const { results } = await suite.checkConformance(
        () => suite.startTestee(program, args, options),
        { cases: only === '' ? 500 : 0, only },
      );
      if (results.some(({ verdict }) => verdict !== 'pass')) return 'caught';
    }
    const original = () => startTestee(program, args, { cwd: join(PARITY, folder) });
    return (await differs(original, start)) ? 'missed' : 'alike';
  });
}

/** Whether it runs at all: a text that is no program any more is no mutant. */
async function starts(start) {
  const testee = start();
  try {
    return (await testee.request('describe')).ok !== undefined;
  } catch {
    return false;
  } finally {
    await testee.end();
  }
}

async function differs(original, mutant) {
  const asked = [...requests(seed, REQUESTS)].filter((request) => !isLeftOpen(request));
  const [expected, actual] = await Promise.all([
    answers(original(), asked),
    answers(mutant(), asked),
  ]);
  return expected.some((one, index) => !isAlike(one, actual[index]));
}

/** What the specification lets a generator take or refuse (docs/specification.md, 4). */
function isLeftOpen({ op, userId = '', effectiveTimeInSeconds = 0 }) {
  return op === 'generate' && (userId.length > 64 || effectiveTimeInSeconds > 315_360_000);
}

/** A bad argument may be refused with any code, so that another one is no difference. */
function isAlike(expected, actual) {
  const isArgument = expected.code !== undefined && !CLASSES.includes(expected.code);
  return isArgument ? actual.code !== undefined : isDeepStrictEqual(expected, actual);
}

async function answers(testee, requested) {
  const asked = requested.map(async ({ op, ...fields }) => {
    try {
      const { ok, error, unsupported } = await testee.request(op, fields);
      return { ok, code: error?.code ?? unsupported };
    } catch (error) {
      return { failure: error.reason };
    }
  });
  const all = await Promise.all(asked);
  await testee.end();
  return all;
}
