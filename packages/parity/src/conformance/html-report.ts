import { isFailed } from './record.ts';
import type { Report } from './report.ts';

/** A page without scripts: what each testee does, section by section, side by side. */
export function htmlReport(reports: readonly Report[]): string {
  const names = reports.map(({ testee }) => testee?.name ?? 'no description');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>token04 conformance: ${escapeHtml(names.join(', '))}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color-scheme: light dark }
table { border-collapse: collapse; margin: 1rem 0; width: 100% }
th, td { border: 1px solid #8888; padding: .25rem .6rem; text-align: left; vertical-align: top }
td.number { text-align: right; font-variant-numeric: tabular-nums }
.failed { color: #c01c28; font-weight: 600 }
.passed { color: #1a7f37 }
code { overflow-wrap: anywhere }
summary { cursor: pointer }
</style>
<h1>token04 conformance</h1>
${testeesTable(reports)}
<h2>By section</h2>
${sectionsTable(reports, names)}
<h2>Failures and known differences</h2>
${reports.map(details).join('\n')}
</html>
`;
}

function testeesTable(reports: readonly Report[]): string {
  const rows = reports.map(({ testee, suite, startedAt, counts, levels, inputs }) => {
    const { passed, failed, known } = counts;
    return row([
      escapeHtml(testee === null ? 'no description' : `${testee.name} ${testee.version}`),
      escapeHtml(testee?.language ?? ''),
      count(passed, 'passed'),
      count(failed, failed > 0 ? 'failed' : ''),
      count(levels.MUST.failed),
      count(levels.MAY.failed),
      count(known),
      escapeHtml(
        `${suite.name} ${suite.version}, ${startedAt}, --cases ${inputs.cases} --seed ${inputs.seed}`,
      ),
    ]);
  });
  const head = ['testee', 'language', 'passed', 'failed', 'MUST', 'MAY', 'known', 'by'];
  return table(head, rows);
}

function sectionsTable(reports: readonly Report[], names: readonly string[]): string {
  const all = reports.flatMap(({ results }) =>
    results.map(({ section, level }) => `${section}\t${level}`),
  );
  const keys = [...new Set(all)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const rows = keys.map((key) => {
    const [section = '', level = ''] = key.split('\t');
    return row([
      escapeHtml(section),
      level,
      ...reports.map((report) => sectionCell(report, section, level)),
    ]);
  });
  return table(['section', 'level', ...names.map(escapeHtml)], rows);
}

function sectionCell({ results }: Report, section: string, level: string): string {
  const own = results.filter((one) => one.section === section && one.level === level);
  if (own.length === 0) return '<td>–</td>';
  const failed = own.filter(isFailed).length;
  const passed = own.filter(({ verdict }) => verdict === 'pass').length;
  return failed > 0
    ? `<td class="failed">${failed} failed, ${passed} passed</td>`
    : `<td class="passed">${passed} passed${own.length > passed ? `, ${own.length - passed} known` : ''}</td>`;
}

function details({ testee, results }: Report): string {
  const shown = results.filter(({ verdict }) => verdict !== 'pass');
  const name = escapeHtml(testee?.name ?? 'no description');
  if (shown.length === 0) return `<p>${name}: none</p>`;
  const rows = shown.map(({ id, level, section, verdict, message }) =>
    row([
      `<code>${escapeHtml(id)}</code>`,
      `${level}, ${escapeHtml(section)}`,
      verdict,
      escapeHtml(message),
    ]),
  );
  const open = shown.some(isFailed) ? ' open' : '';
  return `<details${open}><summary>${name}: ${shown.length}</summary>
${table(['case', 'level and section', 'verdict', 'message'], rows)}</details>`;
}

function table(head: readonly string[], rows: readonly string[]): string {
  const cells = head.map((text) => `<th scope="col">${text}</th>`).join('');
  return `<table>\n<thead><tr>${cells}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** Cells that are not tags yet get theirs. */
function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
}

function count(number: number, kind = ''): string {
  return `<td class="number ${kind}">${number}</td>`;
}

function escapeHtml(text: string): string {
  const escapes: { readonly [character: string]: string } = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => escapes[character] as string);
}
