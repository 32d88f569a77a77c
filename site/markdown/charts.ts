import type { MarkdownRenderer } from 'vitepress';
import type { Locale } from '../gather/addresses.ts';
import { escapeMarkup } from './escape.ts';
import { pageOf } from './page.ts';

interface Chart {
  /** The page's path in the repository, of either language. */
  page: RegExp;
  /** Which of the page's tables, from 0: the two languages have the same. */
  table: number;
  /** Which column is drawn, from 0; the first has the names. */
  column: number;
  unit: string;
  /** Longer is better, or shorter. */
  better: 'more' | 'less';
}

const PERFORMANCE = /^docs\/(zh-CN\/)?performance\.md$/;
const PORTS = /^docs\/(zh-CN\/)?other-languages\.md$/;

/** Tables of figures that are drawn above themselves. */
const CHARTS: readonly Chart[] = [
  { page: PERFORMANCE, table: 0, column: 1, unit: '×', better: 'more' },
  { page: PERFORMANCE, table: 0, column: 2, unit: '×', better: 'more' },
  { page: PERFORMANCE, table: 3, column: 1, unit: '/s', better: 'more' },
  { page: PORTS, table: 2, column: 1, unit: 'µs', better: 'less' },
  { page: PORTS, table: 2, column: 4, unit: 'µs', better: 'less' },
];

const BETTER = {
  en: { more: 'more is better', less: 'less is better' },
  'zh-CN': { more: '越多越好', less: '越少越好' },
} as const;

type Tokens = ReturnType<MarkdownRenderer['parse']>;

/** Draws bars above the tables that are listed. The tables stay, for whoever wants the figures. */
export function charts(md: MarkdownRenderer): void {
  md.core.ruler.push('charts', ({ tokens, env, Token }) => {
    const { source = '', locale } = pageOf(env);
    const wanted = CHARTS.filter(({ page }) => page.test(source));
    if (wanted.length === 0) return;
    const starts = tokens.flatMap(({ type }, index) => (type === 'table_open' ? [index] : []));
    // From the last table to the first, since what is put in moves all that follows.
    for (const [number, start] of [...starts.entries()].reverse()) {
      const drawn = wanted
        .filter(({ table }) => table === number)
        .map((chart) => bars(rowsFrom(tokens, start), chart, locale));
      if (drawn.length === 0) continue;
      const block = new Token('html_block', '', 0);
      block.content = `<div class="charts">${drawn.join('')}</div>\n`;
      tokens.splice(start, 0, block);
    }
  });
}

/** The texts of a table's cells, its head first. */
function rowsFrom(tokens: Tokens, start: number): string[][] {
  const rows: string[][] = [];
  for (const token of tokens.slice(start)) {
    if (token.type === 'table_close') break;
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'inline')
      rows.at(-1)?.push(token.children?.map(({ content }) => content).join('') ?? '');
  }
  return rows;
}

function bars([head = [], ...rows]: string[][], chart: Chart, locale: Locale): string {
  const figures = rows
    .map((row) => ({ name: row[0] ?? '', value: Number.parseFloat(row[chart.column] ?? '') }))
    .filter(({ value }) => Number.isFinite(value));
  if (figures.length < 3) throw new Error(`too few figures in column ${chart.column}`);
  const longest = Math.max(...figures.map(({ value }) => value));
  const lines = figures.map(({ name, value }) => {
    const share = (value / longest).toFixed(3);
    return `<span class="bar-name">${escapeMarkup(name)}</span><span class="bar"><i style="--share:${share}"></i><b>${value}\u202f${chart.unit}</b></span>`;
  });
  const title = `${head[0] === '' ? '' : `${head[0]} · `}${head[chart.column]} (${chart.unit}, ${BETTER[locale][chart.better]})`;
  // The table below says the same to a screen reader.
  return `<figure class="chart" aria-hidden="true" v-pre><figcaption>${escapeMarkup(title)}</figcaption><div class="bars">${lines.join('')}</div></figure>`;
}
