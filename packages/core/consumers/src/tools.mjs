import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const modules = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Runs a program of a project, or a tool, with Node.js; throws where it fails. */
export function node(project, file, ...args) {
  return execa(process.execPath, [file, ...args], {
    cwd: project,
    all: true,
    stdin: 'ignore',
    env: { NO_COLOR: '1' },
    timeout: 600_000,
  });
}

/** The path of a file of an installed tool. */
export function tool(path) {
  return join(modules, path);
}
