// The front pages: site/front/*.md, into which come what the READMEs say already.
import type { Locale } from './addresses.ts';
import { read, sectionOf } from './repository.ts';

const README = { en: 'README.md', 'zh-CN': 'README.zh-CN.md' } as const;
const RUNTIMES = { en: 'Runtimes', 'zh-CN': '运行环境' } as const;

export function frontPage(locale: Locale): string {
  const readme = read(README[locale]);
  const parts: Record<string, string> = {
    'first example': firstExample(readme),
    runtimes: sectionOf(readme, RUNTIMES[locale]),
    matrix: matrixOf(readme),
  };
  return read(`site/front/${locale}.md`).replaceAll(
    /<!-- readme: (.*?) -->/g,
    (_, name: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`there is no part "${name}" of the README`);
      return part;
    },
  );
}

function firstExample(readme: string): string {
  const block = readme.match(/^```js\n.*?^```$/ms)?.[0];
  if (block === undefined) throw new Error('the README has no example');
  return block;
}

function matrixOf(readme: string): string {
  const matrix = readme.match(/<!-- matrix:.*?-->(.*?)<!-- \/matrix -->/s)?.[1];
  if (matrix === undefined) throw new Error('the README has no matrix');
  return matrix.trim();
}
