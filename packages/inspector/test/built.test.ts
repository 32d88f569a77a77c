import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { build } from 'vite';
import { describe, expect, test } from 'vitest';
import { packedIn } from '../packed-script.ts';
import { pagePath } from './browser.ts';

const html = readFileSync(pagePath, 'utf8');

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** The one script in the file, which unpacks and runs the page's own. */
function loader(): string {
  return /<script\b[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '';
}

function unpackedScript(): string {
  return inflateRawSync(Buffer.from(packedIn(loader()) ?? '', 'base64')).toString();
}

describe('the built page', () => {
  test('is one file', () => {
    expect(readdirSync(dirname(pagePath))).toEqual(['index.html']);
  });

  test('refers to nothing outside of itself', () => {
    const markup = html.replace(/(<(script|style)\b[^>]*>).*?(<\/\2>)/gs, '$1$3');
    expect(markup).not.toMatch(/\ssrc(set)?=/i);
    const references = [...markup.matchAll(/\s(?:href|action|data|poster)="([^"]*)"/gi)];
    expect(references.map(([, reference]) => reference?.slice(0, 19))).toEqual([
      'data:image/svg+xml,',
    ]);
    const styles = [...html.matchAll(/<style\b[^>]*>(.*?)<\/style>/gs)].map(([, css]) => css);
    expect(styles).toHaveLength(1);
    expect(styles.join()).not.toMatch(/@import|url\(/);
  });

  test('allows by its policy what is in it, and no request', () => {
    const contents = (element: string): string[] =>
      [...html.matchAll(new RegExp(`<${element}\\b[^>]*>([^]*?)</${element}>`, 'g'))].map(
        ([, content = '']) => content,
      );
    const sha256 = (contents: string[]): string =>
      contents.map((content) => `'sha256-${digest(content)}'`).join(' ');
    expect(contents('script')).toHaveLength(1);
    const policies = [
      ...html.matchAll(/<meta http-equiv="Content-Security-Policy" content="(.*?)"/g),
    ];
    expect(policies.map(([, policy]) => policy)).toEqual([
      [
        "default-src 'none'",
        `script-src ${sha256([...contents('script'), unpackedScript()])}`,
        `style-src ${sha256(contents('style'))}`,
        "connect-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        'img-src data:',
        "webrtc 'block'",
        'trusted-types token04-inspector',
        "require-trusted-types-for 'script'",
      ].join('; '),
    ]);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(script|style)/));
  });

  test('carries its license and those of what is bundled in it', () => {
    const comments = [...html.matchAll(/<!--(.*?)-->/gs)].map(([, comment]) => comment);
    expect(comments).toHaveLength(1);
    for (const name of ['preact', '@preact/signals', '@preact/signals-core']) {
      expect(comments[0]).toMatch(new RegExp(`^## ${name} - .*\\(MIT\\)$`, 'm'));
    }
    expect(comments[0]).toContain(readFileSync(new URL('../LICENSE', import.meta.url), 'utf8'));
  });

  test('has code of no way to send or to store', () => {
    const script = unpackedScript();
    expect(script.length).toBeGreaterThan(100_000);
    const ways = [
      /\bfetch\(/,
      /XMLHttpRequest/,
      /WebSocket/,
      /EventSource/,
      /sendBeacon/,
      /RTCPeerConnection/,
      /\bsessionStorage\b/,
      /indexedDB/,
      /document\.cookie/,
      /\bimport\(/,
      /\beval\(/,
      /new Function\(/,
    ];
    expect(ways.filter((way) => way.test(script))).toEqual([]);
    expect(ways.filter((way) => way.test(loader()))).toEqual([]);
    // Language and theme, read in one place and written in another.
    expect(script.match(/\blocalStorage\.\w+/g)).toEqual([
      'localStorage.getItem',
      'localStorage.setItem',
    ]);
  });

  test('is no larger than 180 kB', () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(180_000);
  });

  test('comes out the same, byte for byte, when it is built again', async () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const again = await build({
      root,
      configFile: join(root, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'silent',
      build: { write: false },
    });
    const { output } = again as { output: { source?: unknown }[] };
    expect(output.map(({ source }) => digest(String(source)))).toEqual([digest(html)]);
  });
});
