// The testees of list.json, and what it takes to build and start them. There a need in capitals is a
// variable of the environment, any other a program; `built` is what the build leaves; `cwd` is a
// path in this package, testees/ if absent, and all others are paths in `cwd`. What is known of a
// testee stands in known/<id>.json, where there is such a file.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readKnownList, startTestee } from '@token04/parity';
import { execa } from 'execa';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const readJson = async (path) => JSON.parse(await readFile(join(packageFolder, path), 'utf8'));

export async function listTestees() {
  return (await readJson('testees/list.json')).map(toTestee);
}

function toTestee({ id, cwd = 'testees', needs, probe, build, built, command, ...entry }) {
  const folder = join(packageFolder, cwd);
  const [file, ...args] = command;
  const program = file === built ? join(folder, file) : file;
  const known = `known/${id}.json`;
  return {
    id,
    ...entry,
    needs,
    folder,
    /** The official programs are at hand in few places, so that even CI may lack them. */
    isOptional: needs.some(isVariable),
    missing: () => findMissing(needs, probe, folder),
    /** Whether there is a build of it, of whatever version. */
    isBuilt: () => built === undefined || existsSync(join(folder, built)),
    /** Quick where nothing has changed. */
    async build() {
      if (build !== undefined) await execa(build[0], build.slice(1), { cwd: folder });
    },
    command: [program, ...args],
    /** The runner may ask for what it writes to stderr, and for variables of its own. */
    start: ({ env, ...options } = {}) =>
      startTestee(program, args, { ...options, cwd: folder, env: { ...ownVariables(), ...env } }),
    known: async () =>
      existsSync(join(packageFolder, known)) ? readKnownList(await readJson(known)) : new Map(),
  };
}

/** The official samples are of one checkout; the benchmark, which knows several, separates them as in PATH. */
function ownVariables() {
  const [checkout] = (process.env.ZEGO_SERVER_ASSISTANT ?? '').split(delimiter);
  return checkout === '' ? {} : { ZEGO_SERVER_ASSISTANT: checkout };
}

/** What of it this machine lacks, in words; undefined where it lacks nothing. */
export async function findMissing(needs, probe, folder) {
  const missing = needs.filter((need) => !isAtHand(need));
  if (missing.length > 0) return missing.join(' and ');
  if (probe === undefined) return undefined;
  const { failed } = await execa(probe[0], probe.slice(1), { cwd: folder, reject: false });
  return failed ? `what \`${probe.join(' ')}\` asks for` : undefined;
}

function isVariable(need) {
  return need === need.toUpperCase();
}

function isAtHand(need) {
  if (isVariable(need)) return Boolean(process.env[need]);
  return (process.env.PATH ?? '').split(delimiter).some((path) => existsSync(join(path, need)));
}
