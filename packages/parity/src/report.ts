import { type Dialect, loadDialect } from '@token04/fixtures';
import { markdownTable } from 'markdown-table';
import { officialDialects } from './dialects/index.ts';
import { liveExchanges, type RecordedRuns, recordedRuns } from './recorded-runs.ts';
import { testeesReport } from './testees-report.ts';
import type { StepCounts, VectorCheck } from './vector-check.ts';

const labelOf = (dialect: Dialect): string => loadDialect(dialect).label;

const MATRIX_HEADER = [
  'generator',
  'mode',
  'decoded',
  're-serialised',
  'sealed',
  'rejections agree',
  'known differences',
  'their crashes',
  'live',
];

/** Languages × modes × steps as a Markdown table, with counts and a row of totals. */
export function compatibilityMatrix(
  checks: readonly VectorCheck[],
  runs: RecordedRuns = recordedRuns,
): string {
  const rows = checks.map((check) => [
    labelOf(check.dialect),
    check.mode.toUpperCase(),
    ...countCells(check.counts, check.knownDifferences.length),
    liveCell(liveExchanges(runs, check.dialect, check.mode)),
  ]);
  const differences = checks.reduce((sum, check) => sum + check.knownDifferences.length, 0);
  const total = ['all', '', ...countCells(sumCounts(checks), differences), ''];
  return markdownTable([MATRIX_HEADER, ...rows, total], {
    align: ['l', 'l', 'r', 'r', 'r', 'r', 'r', 'r', 'r'],
  });
}

function liveCell({ tokens, read }: { tokens: number; read: number }): string {
  return tokens === 0 ? '–' : `${read}/${tokens}`;
}

function countCells(counts: StepCounts, differences: number): string[] {
  return [
    `${counts.decoded}/${counts.tokens}`,
    `${counts.reserialised}/${counts.tokens}`,
    `${counts.sealed}/${counts.tokens}`,
    `${counts.rejectionsAgreed}/${counts.rejections}`,
    String(differences),
    String(counts.crashes),
  ];
}

function sumCounts(checks: readonly VectorCheck[]): StepCounts {
  const sum = (name: keyof StepCounts): number =>
    checks.reduce((total, { counts }) => total + counts[name], 0);
  return {
    tokens: sum('tokens'),
    decoded: sum('decoded'),
    reserialised: sum('reserialised'),
    sealed: sum('sealed'),
    rejections: sum('rejections'),
    rejectionsAgreed: sum('rejectionsAgreed'),
    crashes: sum('crashes'),
  };
}

/**
 * The text of COMPATIBILITY.md: the matrix, what its columns mean, the known differences with
 * their reasons, the failures if there are any, and what running programs were last found to do.
 * It depends on the checks and on files of this package alone, so that a fresh run can be compared
 * with a committed file.
 */
export function compatibilityReport(checks: readonly VectorCheck[]): string {
  const isOfficial = ({ dialect }: VectorCheck): boolean => officialDialects.includes(dialect);
  const community = checks.filter((check) => !isOfficial(check));
  const sections = [
    '# Compatibility with the official generators',
    'Made by `token04-parity report` from a run over all fixtures; do not edit by hand.',
    compatibilityMatrix(checks.filter(isOfficial)),
    COLUMNS,
    '## Other programs',
    COMMUNITY,
    community.length === 0 ? 'None so far.' : compatibilityMatrix(community),
    '## Known differences',
    'What an official generator says of an input, and what this project says of it.',
    differencesTable(checks),
  ];
  if (checks.some((check) => check.failed.length > 0)) {
    sections.push('## Failures', failuresTable(checks));
  }
  sections.push(...testeesReport());
  return `${sections.join('\n\n')}\n`;
}

const COMMUNITY = `Programs that are not ZEGO's and have a dialect of their own, held to the tokens that they made
([how to add one](CONTRIBUTING.md#add-a-language)).`;

const COLUMNS = `- **decoded**: our decoder reads the official token; claims, mode, IV and plaintext are equal.
- **re-serialised**: the claims, written the language's way, are its plaintext byte for byte.
- **sealed**: that plaintext, encrypted with the same IV, is its token byte for byte.
- **rejections agree**: an input that the official generator rejects is rejected by ours for the same reason.
- **known differences**: it is not, or for another reason; listed below.
- **their crashes**: the official generator crashed. That is no verdict, so nothing is compared.
- **live**: running programs that spell tokens so, official ones and our ports, and core exchanged
  tokens of the same and of random inputs; so many were read, with the same claims (All pairs, below).`;

function differencesTable(checks: readonly VectorCheck[]): string {
  const rows = checks.flatMap((check) =>
    check.knownDifferences.map(({ id, official, ours, reason }) => [
      labelOf(check.dialect),
      check.mode.toUpperCase(),
      id,
      String(official),
      String(ours),
      reason,
    ]),
  );
  return markdownTable([['generator', 'mode', 'vector', 'official', 'ours', 'reason'], ...rows]);
}

function failuresTable(checks: readonly VectorCheck[]): string {
  const rows = checks.flatMap((check) =>
    check.failed.map(({ id, step, message }) => [
      labelOf(check.dialect),
      check.mode.toUpperCase(),
      id,
      step,
      message,
    ]),
  );
  return markdownTable([['generator', 'mode', 'vector', 'step', 'message'], ...rows]);
}
