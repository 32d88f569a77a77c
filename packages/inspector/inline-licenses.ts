import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { changePage } from './built-page.ts';

/** Where `build.license` is to write the licenses of what is bundled. */
export const LICENSE_FILE = 'license.md';

const own = readFileSync(new URL('LICENSE', import.meta.url), 'utf8');

/** Puts the page's license and those of what is bundled into it, since the file is passed on alone. */
export function inlineLicenses(): Plugin {
  return changePage('inline-licenses', (html, bundle) => {
    const licenses = bundle[LICENSE_FILE];
    if (licenses?.type !== 'asset') throw new Error(`there is no ${LICENSE_FILE} to inline`);
    delete bundle[LICENSE_FILE];
    // Two hyphens might end the comment.
    const text = `${own}\n${licenses.source}`.trim().replaceAll('--', '- -');
    return html.replace('</html>', () => `<!--\n${text}\n-->\n</html>`);
  });
}
