import type { Conformance } from './run.ts';

/** About the width of a character of the text, in pixels. */
const CHARACTER = 6.6;
const PADDING = 10;

/** A picture for a README: how many cases passed, or that some failed. */
export function badge({ counts }: Conformance): string {
  const { passed, failed, known } = counts;
  const label = 'token04';
  const result =
    failed > 0 ? `${failed} failed` : `${passed} passed${known > 0 ? `, ${known} known` : ''}`;
  const [left, right] = [label, result].map((text) =>
    Math.round(text.length * CHARACTER + PADDING),
  );
  const width = (left as number) + (right as number);
  const colour = failed > 0 ? '#c01c28' : '#1a7f37';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${label}: ${result}">
<title>${label}: ${result}</title>
<rect width="${width}" height="20" rx="3" fill="${colour}"/>
<path d="M3 0h${(left as number) - 3}v20H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3z" fill="#444"/>
<g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="${(left as number) / 2}" y="14">${label}</text>
<text x="${(left as number) + (right as number) / 2}" y="14">${result}</text>
</g>
</svg>
`;
}
