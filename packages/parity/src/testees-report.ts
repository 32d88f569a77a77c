import { existsSync, readFileSync } from 'node:fs';
import { markdownTable } from 'markdown-table';
import list from '../testees/list.json' with { type: 'json' };
import { type KnownReasons, readKnownList } from './conformance/known-list.ts';
import { groupBy } from './group-by.ts';
import { type AreaCounts, recordedRuns } from './recorded-runs.ts';

const { testees, pairs } = recordedRuns;
/** Both src and dist lie directly in the package, so this holds before and after the build. */
const knownFile = (id: string): URL => new URL(`../known/${id}.json`, import.meta.url);

/** The columns of the table: the areas of the cases that are not random, in their order. */
export const AREAS = [
  'refusal',
  'wire',
  'generate',
  'controlled',
  'decode',
  'verify',
  'leak',
  'state',
  'freshness',
  'cost',
] as const;

/** The part of COMPATIBILITY.md on running programs. It needs none of them, but results.json. */
export function testeesReport(): string[] {
  return [
    '## Running programs',
    TESTEES_TEXT,
    testeesTable(),
    '### Known differences of running programs',
    knownTable(),
    '### All pairs',
    PAIRS_TEXT,
    pairsTable(),
  ];
}

const TESTEES_TEXT = `The cases of \`token04-parity check-command\` ([PROTOCOL.md](packages/parity/PROTOCOL.md)), put to
programs in several languages by \`node packages/parity/testees/run.mjs\`, without the random ones.
A cell says how many passed, and in brackets how many are known differences.`;

const PAIRS_TEXT = `How many tokens of each were read by each that can read, with the same claims: of the
fixtures' inputs, and of 2,000 random ones from all of Unicode.`;

function testeesTable(): string {
  const rows = Object.values(testees).map(({ name, language, areas }) => [
    name,
    language,
    ...AREAS.map((area) => areaCell(areas[area])),
  ]);
  for (const id of testeesWithoutResults()) rows.push([id, 'not run yet', ...AREAS.map(() => '–')]);
  return markdownTable([['program', 'language', ...AREAS], ...rows], {
    align: ['l', 'l', ...AREAS.map(() => 'r')],
  });
}

/** The ids in list.json of which no run is recorded. */
export function testeesWithoutResults(): string[] {
  return list.map(({ id }) => id).filter((id) => testees[id] === undefined);
}

function areaCell(counts: AreaCounts | undefined): string {
  if (counts === undefined) return '–';
  const { pass, known } = counts;
  return known === 0 ? String(pass) : `${pass} (${known} known)`;
}

function knownTable(): string {
  const rows = Object.entries(testees).flatMap(([id, { name }]) =>
    existsSync(knownFile(id))
      ? [...groupBy(readKnown(id), ([, { reason }]) => reason)].map(([reason, cases]) => [
          name,
          String(cases.length),
          `\`${cases[0]?.[0]}\``,
          reason,
        ])
      : [],
  );
  return markdownTable([['program', 'cases', 'the first', 'reason'], ...rows], {
    align: ['l', 'r', 'l', 'l'],
  });
}

function readKnown(id: string): KnownReasons {
  return readKnownList(JSON.parse(readFileSync(knownFile(id), 'utf8')));
}

function pairsTable(): string {
  const readers = [...new Set(pairs.map(({ reader }) => reader))];
  const makers = [...new Set(pairs.map(({ maker, mode }) => JSON.stringify([maker, mode])))];
  const rows = makers.map((key) => {
    const [maker, mode] = JSON.parse(key) as [string, string];
    const cells = readers.map((reader) => {
      const pair = pairs.find(
        (one) => one.maker === maker && one.mode === mode && one.reader === reader,
      );
      return pair === undefined ? '–' : `${pair.read}/${pair.tokens}`;
    });
    return [maker, mode.toUpperCase(), ...cells];
  });
  return markdownTable(
    [['made by', 'mode', ...readers.map((name) => `read by ${name}`)], ...rows],
    {
      align: ['l', 'l', ...readers.map(() => 'r')],
    },
  );
}
