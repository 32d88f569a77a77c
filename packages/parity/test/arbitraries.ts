import fc from 'fast-check';

/** Any Unicode character, with those that some language escapes more often than chance has them. */
const character: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
  fc.constantFrom(
    ...'<>&/"\\\b\f\n\r\t\0\u001f\u007f\u0080\u0085\u009f\u2000\u2028\u2029\u20ff\ufeff\ufffd\uffff😀\u{10ffff}',
  ),
);

/** A well-formed string of at most so many UTF-16 units. */
function text(minUnits: number, maxUnits: number): fc.Arbitrary<string> {
  return fc
    .array(character, { minLength: minUnits, maxLength: maxUnits, size: 'max' })
    .map((characters) => fill(characters, maxUnits, (part) => part.length));
}

function fill(parts: readonly string[], limit: number, size: (part: string) => number): string {
  let total = 0;
  return parts
    .filter((part) => {
      const fits = total + size(part) <= limit;
      if (fits) total += size(part);
      return fits;
    })
    .join('');
}

export const appId: fc.Arbitrary<number> = fc.integer({ min: 1, max: 0xffff_ffff });
export const effectiveTimeInSeconds: fc.Arbitrary<number> = fc.integer({
  min: 1,
  max: 315_360_000,
});

/** A user ID that every generator takes: 1 to 64 UTF-16 units. */
export const userId: fc.Arbitrary<string> = text(1, 64);
/** Official Go sets no limit to a user ID. */
export const longUserId: fc.Arbitrary<string> = text(1, 300);

/** Mostly short; now and then so long that its token comes near the largest. */
export const payload: fc.Arbitrary<string> = fc.oneof(
  { weight: 20, arbitrary: text(0, 100) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(character, fc.integer({ min: 1000, max: 10_000 }))
      .map(([repeated, units]) => repeated.repeat(Math.floor(units / repeated.length))),
  },
);

/** Any well-formed string of exactly 32 UTF-8 bytes. */
export const secret: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(character, { maxLength: 32, size: 'max' }),
    fc.string({ unit: 'binary-ascii', minLength: 32, maxLength: 32 }),
  )
  .map(([characters, padding]) => fill([...characters, ...padding], 32, Buffer.byteLength));
