// The public API of @token04/core as text, an entry a file, in packages/core/api: a change of it
// shows in review. `--check` compares with what is committed and changes nothing. Needs the build.
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';

const core = fileURLToPath(new URL('../packages/core', import.meta.url));
const ENTRIES = ['index', 'web', 'format', 'check', 'testing', 'web-testing'];

const check = process.argv.includes('--check');
let outdated = 0;
for (const entry of ENTRIES) {
  const { apiReportChanged, succeeded } = Extractor.invoke(configFor(entry), {
    localBuild: !check,
    messageCallback: (message) => {
      // What it says of a changed report, or prints of itself, is said below in one line.
      message.handled = message.logLevel !== 'error';
    },
  });
  if (!apiReportChanged && succeeded) continue;
  outdated += 1;
  console.log(`packages/core/api/${entry}.api.md ${check ? 'is outdated' : 'was rewritten'}`);
}
if (check && outdated > 0) {
  console.log('Where the change is meant: npx pnpm api:update, and a changeset.');
  process.exitCode = 1;
}

function configFor(entry) {
  const entryPoint = `${core}/dist/${entry}.d.mts`;
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: core,
      mainEntryPointFilePath: entryPoint,
      compiler: {
        overrideTsconfig: {
          compilerOptions: { target: 'es2022', module: 'nodenext', lib: ['es2022'], types: [] },
          files: [entryPoint],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${entry}.api.md`,
        reportFolder: `${core}/api`,
        reportTempFolder: `${core}/reports/api`,
      },
      newlineKind: 'lf',
      messages: { extractorMessageReporting: { default: { logLevel: 'none' } } },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: `${core}/package.json`,
  });
}
