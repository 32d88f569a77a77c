// docs/images/diagrams, drawn: test/diagrams.test.ts compares, and writes them with --update.
import { readFileSync } from 'node:fs';
import { escapeMarkup } from '../markdown/escape.ts';
import { type Drawing, WIDTH } from './draw.ts';
import { frame } from './frame.ts';
import { renewal } from './renewal.ts';
import { threeRules } from './three-rules.ts';
import { whoTalksToWhom } from './who-talks-to-whom.ts';

export const DIAGRAMS = {
  frame,
  'who-talks-to-whom': whoTalksToWhom,
  renewal,
  'three-rules': threeRules,
} as const;

/**
 * As a file of its own. Its theme is that of the reader's system, since only the pages of the site have the
 * class "dark". It has a background of its own, so that it can be read on any page.
 */
export function svgFile({ title, description, height, parts }: Drawing): string {
  const css = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').trim();
  return `<svg xmlns="http://www.w3.org/2000/svg" class="diagram" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">
<title>${escapeMarkup(title)}</title>
<desc>${escapeMarkup(description)}</desc>
<style>
${css('palette.css')}
@media (prefers-color-scheme: dark) {
${css('palette-dark.css').replace('.dark ', '')}
}
${css('diagram.css')}
</style>
<rect width="100%" height="100%" rx="8" fill="var(--diagram-paper)"/>
${parts.join('\n')}
</svg>
`;
}
