import { unsafeUniformIntDistribution as uniform, unsafeSkipN, xoroshiro128plus } from 'pure-rand';

/** Values that depend on nothing but the seed. For test inputs; no token's IV comes from here. */
export interface RandomSource {
  /** Both ends included. */
  integer(minimum: number, maximum: number): number;
  pick<T>(values: readonly T[]): T;
  bytes(length: number): Uint8Array;
  /** Well-formed, of so many UTF-16 units. */
  text(minUnits: number, maxUnits: number): string;
  /** Printable ASCII. */
  ascii(length: number): string;
  /** Well-formed, of exactly so many UTF-8 bytes. */
  textOfBytes(length: number): string;
}

/** The ends of what UTF-8 and UTF-16 encode alike, and what some language escapes. */
const SPECIAL =
  '<>&/"\'\\\b\f\n\r\t\u0001\u001f\u007f\u0080\u0085\u009f\u00a0\u07ff\u0800\u2000\u2028\u2029\u20ff\ufeff\ufffd\uffff\u{10000}😀\u{10ffff}';
const SPECIALS = [...SPECIAL];

export function randomSource(seed: number): RandomSource {
  const generator = xoroshiro128plus(seed);
  // Neighbouring seeds start alike.
  unsafeSkipN(generator, 20);
  const integer = (minimum: number, maximum: number): number =>
    uniform(minimum, maximum, generator);
  const pick = <T>(values: readonly T[]): T => values[integer(0, values.length - 1)] as T;

  const asciiCharacter = (): string => String.fromCharCode(integer(0x20, 0x7e));

  const character = (): string => {
    switch (integer(0, 7)) {
      case 0:
        return pick(SPECIALS);
      case 1:
        return String.fromCodePoint(integer(0xa0, 0xd7ff));
      case 2:
        return String.fromCodePoint(integer(0x10000, 0x10ffff));
      default:
        return asciiCharacter();
    }
  };

  const fill = (length: number, size: (text: string) => number): string => {
    let text = '';
    for (let rest = length; rest > 0; ) {
      const next = character();
      const fits = size(next) <= rest;
      text += fits ? next : 'x';
      rest -= fits ? size(next) : 1;
    }
    return text;
  };

  return {
    integer,
    pick,
    bytes: (length) => Uint8Array.from({ length }, () => integer(0, 255)),
    ascii: (length) => Array.from({ length }, asciiCharacter).join(''),
    text: (minimum, maximum) => fill(integer(minimum, maximum), (text) => text.length),
    textOfBytes: (length) => fill(length, Buffer.byteLength),
  };
}
