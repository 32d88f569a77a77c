// What is derived from the files of fixtures/dialects, vectors and community: names as types, the
// names that schemas allow, and the tables and counts of the fixtures' README. Part of `npm run
// report`; with --check it compares with what is there, and exits with 1 where that is stale.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { markdownTable } from 'markdown-table';

const root = new URL('../../', import.meta.url);
/** How many columns a line has at most; biome puts a longer list on several lines. */
const LINE_WIDTH = 100;
const isCheck = process.argv.includes('--check');
const read = (path) => readFile(new URL(path, root), 'utf8');
const readJson = async (path) => JSON.parse(await read(path));
const namesIn = async (folder) =>
  (await readdir(new URL(`fixtures/${folder}/`, root)))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();

const dialectNames = await namesIn('dialects');
const vectorFileNames = await namesIn('vectors');
const communityFileNames = await namesIn('community');
const dialects = await Promise.all(
  dialectNames.map((name) => readJson(`fixtures/dialects/${name}.json`)),
);
const languages = [...new Set(dialects.map(({ language }) => language))].sort();
const vectorFiles = await Promise.all(
  vectorFileNames.map((name) => readJson(`fixtures/vectors/${name}.json`)),
);

let stale = false;
await write('fixtures/src/names.ts', namesText());
for (const [path, names] of [
  ['fixtures/schema/vectors.schema.json', { language: languages, dialect: dialectNames }],
  ['fixtures/schema/odd.schema.json', { items: dialectNames }],
  ['packages/parity/describe.schema.json', { dialect: [...dialectNames, null] }],
  ['packages/parity/known-differences.schema.json', { dialect: dialectNames }],
]) {
  let text = await read(path);
  for (const [key, values] of Object.entries(names)) text = withEnum(text, key, values);
  await write(path, text);
}
await write('fixtures/README.md', readmeText(await read('fixtures/README.md')));
for (const page of ['docs/specification.md', 'docs/zh-CN/specification.md']) {
  await write(page, withCounts(await read(page)));
}
process.exitCode = isCheck && stale ? 1 : 0;

async function write(path, text) {
  const before = await readFile(new URL(path, root), 'utf8').catch(() => '');
  if (before === text) return;
  stale = true;
  if (isCheck)
    console.log(`${path} is not what the files of fixtures say: npm run report writes it`);
  else {
    await writeFile(new URL(path, root), text);
    console.log(`wrote ${fileURLToPath(new URL(path, root))}`);
  }
}

function namesText() {
  const list = (name, names, says) => {
    const quoted = names.map((one) => `'${one}'`);
    const line = `export const ${name} = [${quoted.join(', ')}] as const;`;
    const lines = `export const ${name} = [${quoted.map((one) => `\n  ${one},`).join('')}\n] as const;`;
    return `/** ${says} */\n${line.length <= LINE_WIDTH ? line : lines}\n`;
  };
  return [
    '// Made by `npm run report` from the files of dialects/, vectors/ and community/; a change by hand\n// does not last.\n',
    list('languages', languages, 'The languages of all dialects, sorted.'),
    list(
      'dialectNames',
      dialectNames,
      'The spellings of the plaintext, sorted: `dialects/<name>.json`.',
    ),
    list(
      'vectorFileNames',
      vectorFileNames,
      'The files of official vectors by dialect and mode, sorted: `vectors/<name>.json`.',
    ),
    list(
      'communityFileNames',
      communityFileNames,
      'The files of other programs’ vectors by dialect and mode, sorted: `community/<name>.json`.',
    ),
  ].join('\n');
}

/** The text with these values as what the schema allows for the key. */
function withEnum(text, key, values) {
  const pattern = new RegExp(
    `("${key}": \\{(?:\\s*"(?:description|type)": [^\\n]*,)*\\n( *)"enum": )\\[[^\\]]*\\]`,
  );
  if (!pattern.test(text)) throw new Error(`there is no enum of ${key}`);
  return text.replace(pattern, (_all, before, indent) => {
    const line = `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
    if (indent.length + '"enum": '.length + line.length <= LINE_WIDTH) return before + line;
    const lines = values.map((value) => `\n${indent}  ${JSON.stringify(value)}`).join(',');
    return `${before}[${lines}\n${indent}]`;
  });
}

function readmeText(text) {
  const rows = vectorFiles.map((file, index) => [`\`${vectorFileNames[index]}\``, file]);
  const hash = (hex) => (hex ? `\`${hex}\`` : 'none');
  const count = (vectors) =>
    ['token', 'rejected', 'crash'].map((result) =>
      vectors.filter((vector) => vector.result === result).length.toLocaleString('en-US'),
    );
  const tables = {
    '## Counts': [
      ...rows.map(([name, { vectors }]) => [name, ...count(vectors)]),
      ['all', ...count(vectorFiles.flatMap(({ vectors }) => vectors))],
    ],
    '### Sources': rows.map(([name, { source }]) => [
      name,
      source.repository,
      `\`${source.path}\``,
      hash(source.commit),
      hash(source.sha256),
      source.note,
    ]),
    '### Runs': rows.map(([name, { runtime, clock, random }]) => [name, runtime, clock, random]),
  };
  let fresh = withCounts(text);
  for (const [heading, body] of Object.entries(tables)) {
    const pattern = new RegExp(`(\\n${heading}\\n\\n)((?:\\|.*\\n)+)`);
    fresh = fresh.replace(pattern, (_all, before, table) => {
      const head = table.split('\n')[0].split('|').slice(1, -1);
      return `${before}${markdownTable([head.map((cell) => cell.trim()), ...body])}\n`;
    });
  }
  return fresh;
}

/** The counts in sentences, each in words that stand nowhere else. */
function withCounts(text) {
  const tokens = vectorFiles
    .flatMap(({ vectors }) => vectors)
    .filter(({ result }) => result === 'token')
    .length.toLocaleString('en-US');
  const files = vectorFiles.length;
  const own = languages.filter((language) =>
    dialects.some((dialect) => dialect.language === language && dialect.origin === 'official'),
  ).length;
  return text
    .replace(
      /[\d,]+ tokens in \d+ files, \d+ languages/,
      `${tokens} tokens in ${files} files, ${own} languages`,
    )
    .replace(/The other \d+ files were made/, `The other ${files - 1} files were made`)
    .replace(/the \d+ files that are data/, `the ${files - 1} files that are data`)
    .replace(/[\d,]+ of them are in \[`fixtures`\]/, `${tokens} of them are in [\`fixtures\`]`)
    .replace(/其中 [\d,]+ 个收在 \[`fixtures`\]/, `其中 ${tokens} 个收在 [\`fixtures\`]`);
}
