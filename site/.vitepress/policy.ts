import { createHash } from 'node:crypto';

/**
 * Puts a Content-Security-Policy into a page: nothing comes from another host, and no script runs but
 * the site's files and those in the page whose hashes it names.
 */
export function withPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?: id="[^"]*")?>(.*?)<\/script>/gs)];
  const hashes = inline.map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${[...new Set(hashes)].join(' ')}`,
    // Shiki colours code, and Vue hides what is closed, by attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return html.replace('<meta charset="utf-8">', (charset) => `${charset}\n    ${meta}`);
}
