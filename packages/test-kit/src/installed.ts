// Programs in the packages of a folder's own node_modules.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const exe = process.platform === 'win32' ? '.exe' : '';

/** The path of a file of a package; undefined where npm left it out, as it is not for this machine. */
export function installed(modules: string, path: string): string | undefined {
  const whole = join(modules, path);
  return existsSync(whole) ? whole : undefined;
}

/** The path of Deno, of which each machine has a package of its own. */
export function installedDeno(modules: string): string | undefined {
  return installedFor(modules, '@deno', `deno${exe}`);
}

/** The path of Bun, likewise. */
export function installedBun(modules: string): string | undefined {
  return installedFor(modules, '@oven', `bin/bun${exe}`);
}

/** The path of workerd, likewise. */
export function installedWorkerd(modules: string): string | undefined {
  return installedFor(modules, '@cloudflare', `bin/workerd${exe}`);
}

/** A file of the one package in a scope that is for this machine. */
function installedFor(modules: string, scope: string, path: string): string | undefined {
  const folder = join(modules, scope);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.map((name) => installed(folder, join(name, path))).find(Boolean);
}
