// Parts of a drawing, as SVG. Its colours are in palette.css, so that a page can have others.
import { escapeMarkup } from '../markdown/escape.ts';

export interface Drawing {
  /** What it shows, in a line. */
  title: string;
  /** The same in words, for whoever does not see it. */
  description: string;
  height: number;
  parts: string[];
}

/** Narrow, so that the text is large enough on a phone. */
export const WIDTH = 540;

export function box(x: number, y: number, width: number, height: number, kind = 'box'): string {
  return `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`;
}

export function text(x: number, y: number, content: string, kind = ''): string {
  return `<text${kind === '' ? '' : ` class="${kind}"`} x="${x}" y="${y}">${escapeMarkup(content)}</text>`;
}

/** A box with lines in its middle, the first of them strong. */
export function card(
  [x, y, width, height]: readonly [number, number, number, number],
  lines: readonly string[],
  kind = 'box',
): string {
  const first = y + height / 2 + 5 - (lines.length - 1) * 10;
  return [
    box(x, y, width, height, kind),
    ...lines.map((line, index) =>
      text(x + width / 2, first + index * 20, line, index === 0 ? 'middle strong' : 'middle soft'),
    ),
  ].join('\n');
}

/** Through the points, with a head at the last. */
export function arrow(points: readonly (readonly [number, number])[], kind = ''): string {
  const [[x1, y1], [x2, y2]] = points.slice(-2) as [[number, number], [number, number]];
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
  return [
    `<path class="arrow${kind === '' ? '' : ` ${kind}`}" d="${path}"/>`,
    `<path class="head" d="M0 0L-9 -4.5V4.5Z" transform="translate(${x2} ${y2}) rotate(${angle})"/>`,
  ].join('\n');
}

export function line(x1: number, y1: number, x2: number, y2: number, kind = ''): string {
  return `<path class="arrow${kind === '' ? '' : ` ${kind}`}" d="M${x1} ${y1}L${x2} ${y2}"/>`;
}
