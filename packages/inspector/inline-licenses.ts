import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Where `build.license` is to write the licenses of what is bundled. */
export const LICENSE_FILE = 'license.md';

const own = readFileSync(new URL('LICENSE', import.meta.url), 'utf8');

/** Puts the page's license and those of what is bundled into it: the file goes around alone. */
export function inlineLicenses(): Plugin {
  return {
    name: 'inline-licenses',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const licenses = bundle[LICENSE_FILE];
        if (licenses?.type !== 'asset') throw new Error(`there is no ${LICENSE_FILE} to inline`);
        delete bundle[LICENSE_FILE];
        // Two hyphens might end the comment.
        const text = `${own}\n${licenses.source}`.trim().replaceAll('--', '- -');
        const comment = `<!--\n${text}\n-->\n`;
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          file.source = String(file.source).replace('</html>', () => `${comment}</html>`);
        }
      },
    },
  };
}
