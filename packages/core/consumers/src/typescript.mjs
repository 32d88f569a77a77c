import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { node, tool } from './tools.mjs';

const VERSIONS = ['5.4', '5.6', '5.9', '6.0', '7.0'];

/** How a project may look for types, and as what kind of module it then looks at the program. */
const RESOLUTIONS = [
  { module: 'nodenext', moduleResolution: 'nodenext', extension: 'mts' },
  { module: 'nodenext', moduleResolution: 'nodenext', extension: 'cts' },
  { module: 'node16', moduleResolution: 'node16', extension: 'mts' },
  { module: 'node16', moduleResolution: 'node16', extension: 'cts' },
  { module: 'esnext', moduleResolution: 'bundler', extension: 'ts' },
];

// The package's own types are checked as well, and need neither DOM nor another package.
const OPTIONS = ['--strict', '--noEmit', '--target', 'es2022', '--lib', 'es2022'];

export const cases = VERSIONS.flatMap((version) =>
  RESOLUTIONS.map(({ module, moduleResolution, extension }) => ({
    name: `TypeScript ${version}, ${moduleResolution}, .${extension}`,
    async run(project) {
      const program = `types.${extension}`;
      if (extension !== 'ts') await copyFile(join(project, 'types.ts'), join(project, program));
      const options = [...OPTIONS, '--module', module, '--moduleResolution', moduleResolution];
      return node(project, compiler(version), ...options, program);
    },
  })),
);

function compiler(version) {
  return tool(`typescript-${version}/bin/tsc`);
}
