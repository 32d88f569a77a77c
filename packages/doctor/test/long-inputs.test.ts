import { expect, test } from 'vitest';
import { diagnose } from '../src/index.ts';
import { APP_SIGN, SECRET } from './make.ts';

test.each(['A'.repeat(1_000_000), `${' '.repeat(900_000)}04${' '.repeat(900_000)}`])(
  '%.20s…, longer than any token, is diagnosed',
  async (input) => {
    const { verdict } = await diagnose(input, { serverSecret: [SECRET, APP_SIGN] });
    expect(verdict).toBe('bad');
  },
);

/** In characters; fewer than the 180,000 that the doctor reads, so that quadratic work ends in seconds. */
const LONG = 40_000;
const GROWTH = 16;

const again =
  (piece: string) =>
  (length: number): string =>
    piece.repeat(length / piece.length);

test.each<[text: string, make: (length: number) => string]>([
  ['AAA…', again('A')],
  ['[[[…]]]', (length) => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`],
  ['[[[…', again('[')],
  ['04 \\n \\n…', (length) => `04${again(' \\n')(length)}`],
  ['===…!', (length) => `${'='.repeat(length)}!`],
  ['"""…!', (length) => `${'"'.repeat(length)}!`],
  ['04AAAAA04AAAAA…!', (length) => `${again('04AAAAA')(length)}!`],
  ['04, line ends, !', (length) => `04${'\n'.repeat(length)}!`],
  ['04= = …', (length) => `04${again('= ')(length)}`],
  ['%252B%252B…', again('%252B')],
  ['x://?a=04&a=04&…', (length) => `x://?${again('a=04&')(length)}`],
  ['x://?aaa…=04', (length) => `x://?${'a'.repeat(length)}=04`],
  ['eyJeyJ…', again('eyJ')],
  ['a.a.…', again('a.')],
  ['bearer, blanks, x', (length) => `bearer${' '.repeat(length)}x`],
  ['04\\\\\\…', (length) => `04${'\\'.repeat(length)}`],
  ['04###…', (length) => `04${'#'.repeat(length)}`],
  ['blanks, 04, blanks', (length) => `${' '.repeat(length / 2)}04${' '.repeat(length / 2)}`],
])(
  '%s is diagnosed in time that grows with its length, not with the square of it',
  async (_text, make) => {
    const short = await leastTime(make(LONG / GROWTH));
    const long = await leastTime(make(LONG));
    // Work on every pair of characters takes GROWTH ** 2 times as long.
    expect(long / short).toBeLessThan(GROWTH ** 2 / 2);
  },
);

/**
 * Time of the processor, since other programs use the machine too. The least of four runs, since the
 * garbage collector adds to some of them.
 */
async function leastTime(input: string): Promise<number> {
  const times = [];
  for (let i = 0; i < 4; i++) {
    const before = process.cpuUsage();
    const { verdict } = await diagnose(input, { serverSecret: [SECRET, APP_SIGN] });
    const { user, system } = process.cpuUsage(before);
    times.push(user + system);
    expect(verdict).toBe('bad');
  }
  return Math.min(...times);
}
