// The figures of docs/performance.md stand between marks, and those of its Chinese twin are made of
// them, so that a run renews both pages:
//   node scripts/bench/bench.mjs | node scripts/bench/figures.mjs bench
// puts what a benchmark printed into its block of the English page. Without a name (`npm run
// bench:pages`) only the Chinese blocks are made anew.
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { inChinese } from './in-chinese.mjs';

const ENGLISH = new URL('../../docs/performance.md', import.meta.url);
const CHINESE = new URL('../../docs/zh-CN/performance.md', import.meta.url);
const BLOCK = /(<!-- figures: (\w+) -->\n\n)(.*?)(\n\n<!-- \/figures -->)/gs;
/** What is printed as lines, not as Markdown. */
const PLAIN = ['linear', 'randomness'];

const name = process.argv[2];
let english = await readFile(ENGLISH, 'utf8');
if (name !== undefined) {
  english = withBlocks(english, blocksIn(name, (await text(process.stdin)).trim()));
  await writeFile(ENGLISH, english);
}
await writeFile(CHINESE, withBlocks(await readFile(CHINESE, 'utf8'), chineseBlocks(english)));

/** What a benchmark printed, by the names of the blocks that it fills. */
function blocksIn(block, printed) {
  if (printed === '') throw new Error('nothing was printed: pipe the output of a benchmark in');
  if (PLAIN.includes(block)) return { [block]: `\`\`\`text\n${printed}\n\`\`\`` };
  if (block !== 'bench') return { [block]: printed };
  const [bench, goals] = printed.split('\n\n### Goals\n\n');
  return { bench, goals };
}

function chineseBlocks(page) {
  return Object.fromEntries(
    [...page.matchAll(BLOCK)].map(([, , key, body]) => [key, inChinese(body)]),
  );
}

/** The page with the blocks of these names in place of its own. */
function withBlocks(page, blocks) {
  const missing = new Set(Object.keys(blocks));
  const changed = page.replace(BLOCK, (whole, start, key, _, end) => {
    if (!missing.delete(key)) return whole;
    return `${start}${blocks[key]}${end}`;
  });
  if (missing.size > 0) throw new Error(`a page has no block ${[...missing].join(', ')}`);
  return changed;
}
