import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { docstringExamples, fencedCode, runExample } from '@token04/test-kit/examples';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { diagnose, explain, FINDING_IDS } from '../src/index.ts';
import { cases, optionsOf } from './cases/index.ts';
import { SECRET } from './make.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

const examples = [
  ...docstringExamples(join(root, 'src')),
  ...fencedCode(readme, 'js').map((code) => ({ title: 'README.md', code })),
];

beforeAll(() => vi.stubEnv('ZEGO_SERVER_SECRET', SECRET));
afterAll(() => vi.unstubAllEnvs());

test.each(examples)('the example of $title does what it says', async ({ code }) => {
  expect(await runExample(code, (name) => import(name))).toBeGreaterThan(0);
});

test.each([
  ['en', '../README.md', '\n## Findings\n'],
  ['zh-CN', '../README.zh-CN.md', '\n## 诊断\n'],
] as const)(
  'the README in %s lists every finding; `npx vitest run examples --update` writes it',
  async (locale, path, heading) => {
    const rows: string[] = [];
    for (const id of FINDING_IDS) {
      const [each] = cases[id];
      const { findings } = await diagnose(each.input, optionsOf(each));
      const found = findings.find((finding) => finding.id === id);
      if (!found) throw new RangeError(`${id} was not found`);
      const { title } = explain(found, locale);
      rows.push(`| \`${id}\` | ${found.severity} | ${title} | ${found.clientCodes.join(', ')} |\n`);
    }
    const page = readFileSync(new URL(path, import.meta.url), 'utf8');
    const [before, section = ''] = page.split(heading);
    const withRows = section.replace(/(?<=\n\|---\|.*\n)(\|.*\n)*/, () => rows.join(''));
    await expect(`${before}${heading}${withRows}`).toMatchFileSnapshot(path);
  },
);

test('the core and two libraries are imported, and nothing of Node.js', () => {
  const imported = sources.flatMap(({ text }) =>
    [...text.matchAll(/from '(.*?)'/g)].map(([, name]) => name),
  );
  const outside = new Set(imported.filter((name) => !name?.startsWith('.')));
  outside.delete('@token04/doctor');
  expect([...outside].sort()).toEqual([
    '@noble/ciphers/aes.js',
    '@noble/ciphers/utils.js',
    '@noble/hashes/legacy.js',
    '@noble/hashes/sha2.js',
    '@token04/core/check',
    '@token04/core/format',
    '@token04/core/web',
  ]);
});
