// `npm run bench:ports`: what a token takes in each port, in core and in ZEGO's own Go module, each in a
// process of its own, in turns. Prints a table; `--write` puts it into docs/other-languages.md, too.
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { execa } from 'execa';
import { listTestees } from '../../packages/parity/testees/list.mjs';
import results from '../../packages/parity/testees/results.json' with { type: 'json' };
import { withBlock } from '../lib/block.mjs';
import { median } from './medians.mjs';

const ROUNDS = 5;
const TOKENS = 10_000;
const MARKS = ['<!-- speed: made by `npm run bench:ports -- --write` -->', '<!-- /speed -->'];
const COLUMNS = [
  ['generate', 'cbc'],
  ['generate', 'gcm'],
  ['verify', 'cbc'],
  ['verify', 'gcm'],
];

const contenders = [];
for (const testee of await listTestees()) {
  const canMeasure = ['core', 'port'].includes(testee.kind) || testee.id === 'official-go';
  if (!canMeasure) continue;
  const missing = await testee.missing();
  if (missing === undefined) {
    await testee.build();
    // What it calls itself, as in the tables of COMPATIBILITY.md.
    const { name } = results.testees[testee.id];
    contenders.push({ ...testee, name, rounds: [] });
  } else console.log(`${testee.id}: SKIPPED, since it needs ${missing}`);
}

const load = os.loadavg()[0].toFixed(2);
// A slow moment of the machine meets all alike.
for (let round = 0; round < ROUNDS; round++) {
  for (const { command, folder, rounds } of contenders) {
    const [file, ...args] = command;
    const { stdout } = await execa(file, [...args, 'bench', String(TOKENS)], { cwd: folder });
    rounds.push(JSON.parse(stdout));
  }
}

const rows = contenders.map(({ name, rounds }) => {
  const cells = COLUMNS.map(([what, mode]) => {
    const times = rounds.map((round) => round[what]?.[mode]).filter((time) => time !== undefined);
    return times.length === 0 ? '–' : (median(times) / 1000).toFixed(1);
  });
  return `| ${[name, ...cells].join(' | ')} |`;
});
const table = ['|---|--:|--:|--:|--:|', ...rows].join('\n');
const machine = `Node.js ${process.versions.node}, ${os.cpus().length} × ${os.cpus()[0].model.trim()}, load ${load}`;
const heads = {
  'docs/other-languages.md': {
    head: '| µs a token | make, CBC | make, GCM | verify, CBC | verify, GCM |',
    note: `Medians of ${ROUNDS} rounds of ${TOKENS.toLocaleString('en')} tokens, one run, ${machine}.`,
  },
  'docs/zh-CN/other-languages.md': {
    head: '| 每个 Token 的微秒数 | 生成，CBC | 生成，GCM | 校验，CBC | 校验，GCM |',
    note: `同一次运行，${ROUNDS} 轮、每轮 ${TOKENS.toLocaleString('en')} 个 Token 的中位数，${machine}。`,
  },
};
for (const [path, { head, note }] of Object.entries(heads)) {
  const block = `${head}\n${table}\n\n${note}`;
  if (path.startsWith('docs/other')) console.log(block);
  if (!process.argv.includes('--write')) continue;
  const file = new URL(`../../${path}`, import.meta.url);
  await writeFile(file, withBlock(await readFile(file, 'utf8'), MARKS, block));
}
