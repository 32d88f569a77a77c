import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { changePage } from './built-page.ts';

/** The only policy of Trusted Types that the page has, for the one script that it unpacks. */
export const TRUSTED_TYPES_POLICY = 'token04-inspector';

const SCRIPT = /(<script type="module"[^>]*>)(.*?)(<\/script>)/s;
/** What the loader unpacks. */
const PACKED = /^const packed = "([A-Za-z0-9+/=]*)";/;

/**
 * Packs the page's script into a small one that unpacks and runs it, which makes the file less than
 * half as long. The browser runs what is unpacked only if its hash is in the Content-Security-Policy. To be
 * listed after the plugin that inlines the script.
 */
export function packScript(): Plugin {
  return changePage('packed-script', (html) => {
    if (!SCRIPT.test(html)) throw new Error('the page has no script to pack');
    return html.replace(
      SCRIPT,
      (_all, start: string, script: string, end: string) => start + loaderOf(script) + end,
    );
  });
}

function loaderOf(script: string): string {
  return `const packed = "${deflateRawSync(script, { level: 9 }).toString('base64')}";
const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
const text = await new Response(stream).text();
const policy = globalThis.trustedTypes?.createPolicy("${TRUSTED_TYPES_POLICY}", { createScript: (text) => text });
const script = document.createElement("script");
script.type = "module";
script.textContent = policy ? policy.createScript(text) : text;
document.head.append(script);
`;
}

/** The packed script in a loader, in base64 of raw deflate. */
export function packedIn(loader: string): string | undefined {
  return PACKED.exec(loader)?.[1];
}
