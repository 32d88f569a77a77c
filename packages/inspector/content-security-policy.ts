import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { changePage } from './built-page.ts';
import { packedIn, TRUSTED_TYPES_POLICY } from './packed-script.ts';

const META = /(<meta charset="utf-8"\s*\/?>)/;

/**
 * Puts a Content-Security-Policy into each page, with the hashes of the scripts and styles inlined
 * in it, and of what is packed in a script: nothing else may run, and nothing may be requested. It is
 * listed after the plugins that inline and pack them.
 */
export function contentSecurityPolicy(): Plugin {
  return changePage('content-security-policy', withPolicy);
}

function withPolicy(html: string): string {
  if (!META.test(html)) throw new Error('the page has no <meta charset="utf-8"> to put it after');
  const scripts = contentsOf(html, 'script');
  const unpacked = scripts.flatMap((script) => packedIn(script) ?? []).map(unpack);
  const policy = [
    "default-src 'none'",
    `script-src ${hashes([...scripts, ...unpacked])}`,
    `style-src ${hashes(contentsOf(html, 'style'))}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    'img-src data:',
    "webrtc 'block'",
    `trusted-types ${TRUSTED_TYPES_POLICY}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return html.replace(META, (charset) => `${charset}\n    ${meta}`);
}

function contentsOf(html: string, element: 'script' | 'style'): string[] {
  const elements = html.matchAll(new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, 'gs'));
  return [...elements].map(([, content = '']) => content);
}

function unpack(packed: string): string {
  return inflateRawSync(Buffer.from(packed, 'base64')).toString();
}

function hashes(contents: readonly string[]): string {
  return contents
    .map((content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`)
    .join(' ');
}
