// The built site, as files.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const dist = fileURLToPath(new URL('../dist/', import.meta.url));

if (!existsSync(dist)) throw new Error('the site is not built: npm run build');

/** Paths of files in the site, such as `codes/1102016.html`. */
export const files: readonly string[] = readdirSync(dist, {
  recursive: true,
  encoding: 'utf8',
}).map((path) => path.replaceAll('\\', '/'));

/** Those that VitePress made. */
export const pages: readonly string[] = files.filter(
  (path) => path.endsWith('.html') && path !== 'inspector/index.html' && path !== '404.html',
);

const texts = new Map<string, string>();

export function html(path: string): string {
  const text = texts.get(path) ?? readFileSync(join(dist, path), 'utf8');
  texts.set(path, text);
  return text;
}

/** The file that a server shows for an address: `/codes/1102016` is codes/1102016.html. */
export function fileAt(address: string): string | undefined {
  const path = decodeURI(address).slice(1);
  const candidates =
    path.endsWith('/') || path === '' ? [`${path}index.html`] : [path, `${path}.html`];
  return candidates.find((file) => files.includes(file) && /\.\w+$/.test(file));
}

export function attributes(text: string, name: string): string[] {
  return [...text.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&'),
  );
}
