// The page of known implementations, from what running programs did (packages/parity/testees).
import type { Locale } from './addresses.ts';
import { read } from './repository.ts';

interface Counts {
  pass: number;
  known: number;
  unsupported: number;
}

interface Program {
  name: string;
  kind: 'core' | 'port' | 'reference' | 'official';
  language: string;
  areas: Record<string, Counts>;
}

interface Pair {
  maker: string;
  reader: string;
  mode: 'cbc' | 'gcm';
  tokens: number;
  read: number;
}

const WORDS = {
  en: {
    title: 'Known implementations',
    intro: [
      'Programs in several languages that make, read or verify token04, and how they do in the whole of',
      'the conformance suite. The figures are those of a recorded run',
      '([results.json](packages/parity/testees/results.json)); `node packages/parity/testees/run.mjs`',
      'repeats it. What the official generators of nine languages made is compared byte for byte in',
      '[Compatibility](COMPATIBILITY.md).',
    ],
    columns: ['program', 'language', 'what it is', 'passed', 'known differences', 'not supported'],
    kinds: {
      core: 'this project’s library',
      port: 'a file to copy',
      reference: 'written from the specification alone',
      official: 'ZEGO’s own',
    },
    failed: 'Nothing failed that is not listed with its reason under',
    differences: '[known differences](COMPATIBILITY.md#known-differences-of-running-programs)',
    pairs: 'Who reads whose tokens',
    pairsIntro: (tokens: string, read: string) =>
      `Each program that makes tokens made them for each that reads, of the fixtures’ inputs and of random ones from all of Unicode: ${tokens} tokens, of which ${read} were read with the same claims. A cell says in which modes all of them were.`,
    maker: 'made by ↓, read by →',
    own: 'Yours',
    ownText: [
      'One command judges any implementation, in any language:',
      '',
      '```sh',
      'npx @token04/parity check-command -- python3 my_testee.py',
      '```',
      '',
      '[Porting](docs/porting.md) says how to write the testee, a loop of some forty lines around your',
      'library; [PROTOCOL.md](packages/parity/PROTOCOL.md) has the lines that it exchanges. With',
      '`--report token04.html` the result is a page that can be published.',
    ],
  },
  'zh-CN': {
    title: '已知的实现',
    intro: [
      '用多种语言生成、读取或校验 token04 的程序，以及它们在整套一致性测试中的结果。数字来自一次记录下来的运行（[results.json](packages/parity/testees/results.json)）；`node packages/parity/testees/run.mjs` 会重新运行一遍。九种语言的官方生成器所生成的内容，在[兼容性](COMPATIBILITY.md)里逐字节比对。',
    ],
    columns: ['程序', '语言', '是什么', '通过', '已知差异', '不支持'],
    kinds: {
      core: '本项目的库',
      port: '可拷贝的单个文件',
      reference: '只按规范写成',
      official: 'ZEGO 官方',
    },
    failed: '没有未列出原因的失败；原因见',
    differences: '[已知差异](COMPATIBILITY.md#known-differences-of-running-programs)',
    pairs: '谁能读谁的 Token',
    pairsIntro: (tokens: string, read: string) =>
      `每个能生成的程序都为每个能读取的程序生成了 Token，输入取自测试数据和整个 Unicode 范围内的随机值：共 ${tokens} 个，其中 ${read} 个读出的声明完全一致。单元格里是全部读对的模式。`,
    maker: '生成者 ↓，读取者 →',
    own: '你自己的实现',
    ownText: [
      '一条命令即可检验任何语言的任何实现：',
      '',
      '```sh',
      'npx @token04/parity check-command -- python3 my_testee.py',
      '```',
      '',
      '[移植](docs/porting.md)说明怎么写测试对象（围绕你的库的一个约四十行的循环），[PROTOCOL.md](packages/parity/PROTOCOL.md) 里有它收发的每一行。加上 `--report token04.html`，结果就是一个可以发布的网页。',
    ],
  },
} as const;

const { testees, pairs } = JSON.parse(read('packages/parity/testees/results.json')) as {
  testees: Record<string, Program>;
  pairs: Pair[];
};
const programs = Object.entries(testees);

export function conformancePage(locale: Locale): string {
  const words = WORDS[locale];
  const total = (key: 'tokens' | 'read') => format(pairs.reduce((sum, pair) => sum + pair[key], 0));
  return [
    `# ${words.title}`,
    '',
    ...words.intro,
    '',
    row(words.columns),
    '|---|---|---|--:|--:|--:|',
    ...programs.map(([id, program]) => programRow(id, program, locale)),
    '',
    `${words.failed} ${words.differences}${locale === 'en' ? '.' : '。'}`,
    '',
    `## ${words.pairs}`,
    '',
    words.pairsIntro(total('tokens'), total('read')),
    '',
    ...pairRows(words.maker),
    '',
    `## ${words.own}`,
    '',
    ...words.ownText,
    '',
  ].join('\n');
}

function programRow(id: string, program: Program, locale: Locale): string {
  const counts = Object.values(program.areas);
  const sum = (key: keyof Counts) => counts.reduce((all, each) => all + each[key], 0);
  return row([
    linkTo(id, program),
    program.language === 'go' ? 'Go' : program.language,
    WORDS[locale].kinds[program.kind],
    `**${format(sum('pass'))}**`,
    sum('known') === 0 ? '–' : format(sum('known')),
    sum('unsupported') === 0 ? '–' : format(sum('unsupported')),
  ]);
}

/** Ports lie in a folder of the last part of their name. */
function linkTo(id: string, { name, kind }: Program): string {
  if (kind === 'port')
    return `[${name}](packages/parity/ports/${id.replace('port-', '')}/README.md)`;
  if (kind === 'core') return `[${name}](packages/core/README.md)`;
  return name;
}

function pairRows(corner: string): string[] {
  const makers = unique(pairs.map(({ maker }) => maker));
  const readers = unique(pairs.map(({ reader }) => reader));
  return [
    row([corner, ...readers.map(inShort)]),
    row(['---', ...readers.map(() => ':-:')]),
    ...makers.map((maker) =>
      row([`**${inShort(maker)}**`, ...readers.map((reader) => cell(maker, reader))]),
    ),
  ];
}

/** Ten of them stand beside each other. */
function inShort(name: string): string {
  return name.replace('@token04/', '').replace(/ port$/, '');
}

function cell(maker: string, reader: string): string {
  const cells = pairs
    .filter((pair) => pair.maker === maker && pair.reader === reader)
    .map(({ mode, read: good, tokens }) =>
      good === tokens ? `${mode.toUpperCase()} ✓` : `${mode.toUpperCase()} ${good}/${tokens}`,
    );
  return cells.length === 0
    ? '–'
    : cells.map((each) => `<span class="cell">${each}</span>`).join(' ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function format(count: number): string {
  return count.toLocaleString('en');
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
