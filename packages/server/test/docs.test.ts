// The tables of docs/ say what the code says.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROBLEMS } from '../src/lib/problem.ts';
import { readConfig } from '../src/ready/config.ts';
import { SETTINGS } from '../src/ready/settings.ts';
import { serverSecret } from './app.ts';

/** The cells of a page's table rows. */
function rowsOf(page: string): string[][] {
  const text = readFileSync(new URL(`../../../docs/${page}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
    .map(([, ...cells]) => cells);
}

const isProblem = (code: string | undefined): boolean => /^[a-z]+(-[a-z]+)*$/.test(code ?? '');

test.each(['token-server.md', 'zh-CN/token-server.md'])(
  'the problems in the table of %s are those of the code',
  (page) => {
    const listed = rowsOf(page)
      .filter(([code, status]) => isProblem(code) && /^\d{3}$/.test(status ?? ''))
      .map(([code, status]) => [code, Number(status)]);
    const known = Object.entries(PROBLEMS).map(([code, [status]]) => [code, status]);
    expect(listed.sort()).toEqual(known.sort());
  },
);

test.each(['operations.md', 'zh-CN/operations.md'])(
  'the settings in the table of %s, and their defaults, are those of the code',
  (page) => {
    const listed = rowsOf(page).filter(([variable]) => /^[A-Z_]+$/.test(variable ?? ''));
    const rows = listed.map(([variable, setting]) => `| ${variable} | ${setting} |`);
    const known = Object.entries(SETTINGS).map(
      ([name, { variable }]) => `| ${variable} | ${name} |`,
    );
    const missing = known.filter((row) => !rows.includes(row));
    expect(missing, `docs/${page} has no row of a setting in settings.ts`).toEqual([]);
    const unknown = rows.filter((row, at) => !known.includes(row) || rows.indexOf(row) !== at);
    expect(unknown, `docs/${page} has a row twice, or of no setting in settings.ts`).toEqual([]);

    const needed = {
      ZEGO_APP_ID: '1',
      ZEGO_SERVER_SECRET: serverSecret,
      JWT_SECRET: 'x'.repeat(32),
    };
    const defaults: { [name: string]: unknown } = readConfig(needed, undefined, undefined);
    for (const [variable, setting, , byDefault] of listed) {
      if (variable !== undefined && variable in needed) continue;
      const value = defaults[setting as string];
      if (typeof value === 'string' || typeof value === 'number') {
        expect(byDefault, `docs/${page}: the default of ${variable}`).toBe(`${value}`);
      }
    }
  },
);
