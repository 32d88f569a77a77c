// Writes docs/api from the docstrings of @token04/core. `--check` compares instead, and changes
// nothing.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Application, LogLevel } from 'typedoc';
import { load as markdown } from 'typedoc-plugin-markdown';

const here = fileURLToPath(new URL('.', import.meta.url));
const sources = fileURLToPath(new URL('../core/src/', import.meta.url));
const docs = fileURLToPath(new URL('../../docs/api', import.meta.url));

/** The entries by their source files, and what they are imported as. */
const ENTRIES = {
  index: '@token04/core',
  web: '@token04/core/web',
  format: '@token04/core/format',
  check: '@token04/core/check',
  testing: '@token04/core/testing',
  'web-testing': '@token04/core/web/testing',
};

if (process.argv.includes('--check')) {
  const fresh = await mkdtemp(join(tmpdir(), 'token04-api-docs-'));
  try {
    await generate(fresh);
    const [written, committed] = await Promise.all([readFolder(fresh), readFolder(docs)]);
    const names = new Set([...written.keys(), ...committed.keys()]);
    const outdated = [...names].filter((name) => written.get(name) !== committed.get(name));
    if (outdated.length > 0) {
      console.log(`Outdated in docs/api: ${outdated.join(', ')}. \`pnpm docs:api\` writes them.`);
      process.exitCode = 1;
    }
  } finally {
    await rm(fresh, { recursive: true });
  }
} else {
  await generate(docs);
}

async function generate(out) {
  const app = await Application.bootstrapWithPlugins({
    plugin: [markdown],
    entryPoints: Object.keys(ENTRIES).map((name) => join(sources, `${name}.ts`)),
    pageTitleTemplates: { module: ({ name }) => ENTRIES[name] },
    tsconfig: join(here, 'tsconfig.json'),
    out,
    name: '@token04/core',
    router: 'module',
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

/** The text of each file of a folder, by name; of a folder that does not exist, none. */
async function readFolder(folder) {
  let names;
  try {
    names = await readdir(folder);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    names = [];
  }
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]);
  return new Map(await Promise.all(texts));
}
