// Do IVs look like coin flips? Each sequence below is one of 128 (GCM: 96) bits per token that a
// sound issuer makes uniform and independent from token to token, whatever the other side of an
// exclusive or is: the IV itself, and the IV against what an attacker knows beforehand.
// Nothing can be seeded, as the bits come from the operating system.

/**
 * The largest deviation of a bit position, in standard deviations of a fair coin. Of three billion
 * sound sequences, one has a position among its 128 that goes beyond.
 */
const MAX_DEVIATION = 7;
/**
 * The sum of the squares of all positions' deviations has a chi-square distribution. Eight of its
 * standard deviations above its mean is where one of some billion sound sequences goes.
 */
const chiSquareBound = (positions: number): number => positions + 8 * Math.sqrt(2 * positions);
/** How many of the lowest bits of the clock, in microseconds, IVs are held against. */
const CLOCK_BITS = 16;

export class IvStatistics {
  readonly #sequences = new Map<string, Uint32Array>();
  readonly #seen = new Set<string>();
  #repeats = 0;
  #previousIv: Uint32Array = new Uint32Array(4);
  #previousEnd: Uint32Array = new Uint32Array(4);
  #tokens = 0;

  /** @param microseconds when the token was made */
  add(token: string, microseconds: number): void {
    const body = Buffer.from(token.slice(2), 'base64');
    const ivBytes = body.readUInt16BE(8);
    const key = body.toString('latin1', 10, 10 + ivBytes);
    if (this.#seen.has(key)) this.#repeats++;
    this.#seen.add(key);

    const iv = words(body, 10, ivBytes);
    if (this.#tokens++ > 0) {
      this.#count('IV', iv, () => 0);
      this.#count('IV against the IV before', iv, (i) => this.#previousIv[i] as number);
      this.#count(
        'IV against the end of the token before',
        iv,
        (i) => this.#previousEnd[i] as number,
      );
      for (let bit = 0; bit < CLOCK_BITS; bit++) {
        const mask = (microseconds >>> bit) & 1 ? -1 : 0;
        this.#count(`IV against bit ${bit} of the clock`, iv, () => mask);
      }
    }
    this.#previousIv = iv;
    // CBC: the last block of the ciphertext. GCM: of the tag, which the mode byte follows.
    this.#previousEnd = words(body, body.length - ivBytes - (ivBytes === 12 ? 1 : 0), ivBytes);
  }

  #count(name: string, iv: Uint32Array, other: (index: number) => number): void {
    let ones = this.#sequences.get(name);
    if (ones === undefined) {
      ones = new Uint32Array(iv.length * 32);
      this.#sequences.set(name, ones);
    }
    for (let i = 0; i < iv.length; i++) {
      const word = (iv[i] as number) ^ other(i);
      for (let bit = 0; bit < 32; bit++) {
        const position = i * 32 + bit;
        ones[position] = (ones[position] as number) + ((word >>> bit) & 1);
      }
    }
  }

  /** The IVs, each as a string of its bytes. */
  get ivs(): ReadonlySet<string> {
    return this.#seen;
  }

  get repeats(): number {
    return this.#repeats;
  }

  /** @returns for each sequence its name, figures and whether it is within the bounds */
  judge(): { name: string; largest: number; chiSquare: number; sound: boolean }[] {
    const count = this.#tokens - 1;
    return [...this.#sequences].map(([name, ones]) => {
      const deviations = [...ones].map((one) => (2 * one - count) / Math.sqrt(count));
      const chiSquare = deviations.reduce((sum, deviation) => sum + deviation ** 2, 0);
      const largest = Math.max(...deviations.map(Math.abs));
      const sound = largest <= MAX_DEVIATION && chiSquare <= chiSquareBound(ones.length);
      return { name, largest, chiSquare, sound };
    });
  }
}

function words(body: Buffer, start: number, bytes: number): Uint32Array {
  const result = new Uint32Array(bytes / 4);
  for (let i = 0; i < result.length; i++) result[i] = body.readUInt32LE(start + i * 4);
  return result;
}
