// Writes docs/api from the docstrings of the published packages, a page an entry: a reference for users,
// and in a review the list of what changes for them. `--check` compares the pages instead, and changes
// nothing. Names of packages limit it to these. The packages that one imports have to be built.
//
// Exit status: 0 written, or equal; 1 different; 2 bad usage.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inTemporaryFolder } from '@token04/test-kit/folder';
import { Application, LogLevel } from 'typedoc';
import { load as markdown } from 'typedoc-plugin-markdown';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');

/** The published packages with entries: their sources, and where their pages are. */
const PACKAGES = {
  core: { source: 'packages/core', pages: 'docs/api' },
  doctor: { source: 'packages/doctor', pages: 'docs/api/doctor' },
  fixtures: { source: 'fixtures', pages: 'docs/api/fixtures' },
  parity: { source: 'packages/parity', pages: 'docs/api/parity' },
  provider: { source: 'packages/provider', pages: 'docs/api/provider' },
  server: { source: 'packages/server', pages: 'docs/api/server' },
};
/** The list of all packages, which is written by hand, beside the core's pages. */
const LIST = 'README.md';

const args = process.argv.slice(2);
const check = args[0] === '--check';
const named = check ? args.slice(1) : args;
const unknown = named.filter((name) => !(name in PACKAGES));
if (unknown.length > 0) {
  console.error(`usage: node generate.mjs [--check] [${Object.keys(PACKAGES).join('|')}]…`);
  process.exit(2);
}

for (const name of named.length > 0 ? named : Object.keys(PACKAGES)) {
  const { source, pages } = PACKAGES[name];
  await inTemporaryFolder(async (folder) => {
    const fresh = join(folder, 'pages');
    await generate(join(root, source), folder, fresh);
    const [written, committed] = await Promise.all([
      readPages(fresh),
      readPages(join(root, pages)),
    ]);
    for (const page of new Set([...written.keys(), ...committed.keys()])) {
      if (written.get(page) === committed.get(page)) continue;
      await settle(join(root, pages, page), written.get(page));
    }
  });
}
if (process.exitCode === 1)
  console.log('`npm run api:update` writes them; users need a changeset.');

/** Writes or removes a page that is not as it should be, or, in a check, says which. */
async function settle(path, text) {
  if (check) {
    console.log(`${path.slice(root.length)} is outdated`);
    process.exitCode = 1;
  } else if (text === undefined) {
    await rm(path);
  } else {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

async function generate(source, folder, out) {
  const { name, exports: exported } = JSON.parse(
    await readFile(join(source, 'package.json'), 'utf8'),
  );
  /** What each entry is imported as, by the name of its source. */
  const imports = new Map();
  const entryPoints = Object.entries(exported).flatMap(([entry, target]) => {
    // Other exports of a package, such as vectors, are no modules.
    if (typeof target === 'string') return [];
    const module = /^\.\/dist\/(.*)\.d\.mts$/.exec(target.import.types)[1].toLowerCase();
    imports.set(module, join(name, entry));
    return [join(source, 'src', `${module}.ts`)];
  });
  const tsconfig = join(folder, 'tsconfig.json');
  const compilerOptions = {
    lib: ['es2022', 'dom'],
    // So that the order of a union does not depend on which other files are read.
    stableTypeOrdering: true,
    typeRoots: [join(here, 'node_modules/@types')],
  };
  await writeFile(
    tsconfig,
    JSON.stringify({
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions,
      files: entryPoints,
    }),
  );
  const app = await Application.bootstrapWithPlugins({
    plugin: [markdown],
    basePath: source,
    displayBasePath: join(source, 'src'),
    entryPoints,
    pageTitleTemplates: { module: (page) => imports.get(page.name) ?? page.name },
    tsconfig,
    out,
    name,
    router: 'module',
    // A package with one entry is one page. With several this is a list of them, which LIST leaves out.
    entryFileName: entryPoints.length === 1 ? 'index' : 'README',
    readme: 'none',
    disableSources: true,
    hidePageHeader: true,
    hideBreadcrumbs: true,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    classPropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    propertyMembersFormat: 'table',
    expandParameters: true,
    useCodeBlocks: true,
    sort: ['source-order'],
    excludeExternals: true,
    logLevel: LogLevel.Warn,
    treatWarningsAsErrors: true,
  });
  const project = await app.convert();
  if (project === undefined) throw new Error('typedoc could not read the sources');
  await app.generateOutputs(project);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) {
    throw new Error('typedoc has complaints, above');
  }
}

/** The text of each page of a folder, by name; of a folder that does not exist, none. */
async function readPages(folder) {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const pages = names.filter((name) => name.endsWith('.md') && name !== LIST);
  const texts = pages.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]);
  return new Map(await Promise.all(texts));
}
