/**
 * How the parts of a foreign frame may be written. A layout is not a guess at one mistake: the
 * codings of the parts, their order, and what stands around them are combined, so that a frame with
 * three deviations is read as well as one with a single.
 */
export interface Layout {
  /** Bytes in front, such as an HMAC. */
  readonly front: number;
  readonly order: Order;
  readonly expire: ExpireCoding | undefined;
  readonly ivLength: LengthCoding | undefined;
  readonly ciphertextLength: LengthCoding | undefined;
  /** Bytes behind, such as a mode byte, the tag of GCM or an HMAC. */
  readonly behind: number;
}

type Part = 'expire' | 'iv' | 'ciphertext';
type Order = readonly Part[];

interface ExpireCoding {
  readonly bytes: number;
  readonly isLittleEndian?: true;
  readonly isText?: true;
}

interface LengthCoding {
  readonly bytes: number;
  readonly isLittleEndian?: true;
}

/** As token04 has it. */
export const PROPER_ORDER: Order = ['expire', 'iv', 'ciphertext'];
export const PROPER_EXPIRE: ExpireCoding = { bytes: 8 };
const PROPER_LENGTH: LengthCoding = { bytes: 2 };

const ORDERS: readonly Order[] = [
  PROPER_ORDER,
  ['expire', 'ciphertext', 'iv'],
  ['iv', 'expire', 'ciphertext'],
  ['iv', 'ciphertext', 'expire'],
  ['ciphertext', 'iv', 'expire'],
  ['ciphertext', 'expire', 'iv'],
  ['iv', 'ciphertext'],
  ['ciphertext', 'iv'],
  ['expire', 'ciphertext'],
  ['ciphertext'],
];
const EXPIRES: readonly ExpireCoding[] = [
  PROPER_EXPIRE,
  { bytes: 8, isLittleEndian: true },
  { bytes: 4 },
  { bytes: 4, isLittleEndian: true },
  { bytes: 10, isText: true },
];
const LENGTHS: readonly (LengthCoding | undefined)[] = [
  PROPER_LENGTH,
  { bytes: 2, isLittleEndian: true },
  { bytes: 4 },
  { bytes: 4, isLittleEndian: true },
  { bytes: 8 },
  { bytes: 8, isLittleEndian: true },
  { bytes: 1 },
  undefined,
];
/** Nothing; a mode byte or a version; a CRC; MD5, SHA-1, SHA-256 and SHA-256 in hex. */
const FRONTS = [0, 1, 2, 4, 16, 20, 32, 64];
/** Nothing; a mode byte; a number; a tag, also with its length; an HMAC. */
const BEHINDS = [0, 1, 4, 16, 17, 18, 20, 32];
/** Raw; in base64; in hex. */
const IV_BYTES: ReadonlySet<number> = new Set([12, 16, 24, 32]);
const LEAST_CIPHERTEXT = 16;

type Span = readonly [start: number, end: number];

/** Where the parts lie, by a layout that fits the bytes. */
export interface Placement {
  readonly layout: Layout;
  readonly iv: Span;
  readonly ciphertext: Span;
  readonly expire: number | undefined;
  /** Where what stands behind begins. */
  readonly end: number;
}

/** Every layout that fits: all parts have their lengths, nothing is left over, expire is a time. */
export function placements(bytes: Uint8Array, isTime: (seconds: number) => boolean): Placement[] {
  const found: Placement[] = [];
  for (const [front, behind] of surroundings()) {
    const end = bytes.length - behind;
    for (const order of ORDERS) {
      const layout = { ...PROPER, front, order, behind, expire: undefined };
      const start: Step = { layout, offset: front, expire: undefined, iv: NONE, ciphertext: NONE };
      // One part after the other, so that what cannot be is given up with its first part.
      let steps: Step[] = [start];
      for (const [index, part] of order.entries()) {
        const later = order.slice(index + 1);
        const next = { expire: expireSteps, iv: ivSteps, ciphertext: ciphertextSteps }[part];
        steps = steps.flatMap((step) => next(bytes.subarray(0, end), step, later, isTime));
      }
      for (const step of steps) if (step.offset === end) found.push({ ...step, end });
    }
  }
  return found;
}

/** A frame of which the first parts were placed. */
type Step = Omit<Placement, 'end'> & { readonly offset: number };
type NextSteps = (
  bytes: Uint8Array,
  step: Step,
  later: Order,
  isTime: (seconds: number) => boolean,
) => Step[];

const NONE = [0, 0] as const;
const PROPER = { ivLength: undefined, ciphertextLength: undefined } as const;

/** Something long stands in front or behind, not both. */
function* surroundings(): Generator<[front: number, behind: number]> {
  for (const front of FRONTS) {
    for (const behind of BEHINDS) if (front < 2 || behind < 5) yield [front, behind];
  }
}

const expireSteps: NextSteps = (bytes, step, _later, isTime) =>
  EXPIRES.flatMap((coding) => {
    const expire = readExpire(bytes, step.offset, coding);
    if (!isTime(expire)) return [];
    const layout = { ...step.layout, expire: coding };
    return [{ ...step, layout, expire, offset: step.offset + coding.bytes }];
  });

const ivSteps: NextSteps = (bytes, step) =>
  LENGTHS.filter((coding) => areAlike(coding, step.layout.ciphertextLength, step)).flatMap(
    (coding) => {
      const lengths = coding ? [readUint(bytes, step.offset, coding)] : [16, 12];
      return lengths
        .filter((length) => IV_BYTES.has(length))
        .map((length) => {
          const iv = placed(step.offset, coding, length);
          return { ...step, layout: { ...step.layout, ivLength: coding }, iv, offset: iv[1] };
        });
    },
  );

const ciphertextSteps: NextSteps = (bytes, step, later) =>
  LENGTHS.filter((coding) => areAlike(coding, step.layout.ivLength, step)).flatMap((coding) => {
    const rest = bytes.length - step.offset;
    const lengths = coding
      ? [readUint(bytes, step.offset, coding)]
      : sizesOf(later).map((size) => rest - size);
    return lengths
      .filter((length) => length >= LEAST_CIPHERTEXT && length <= rest)
      .map((length) => {
        const ciphertext = placed(step.offset, coding, length);
        const layout = { ...step.layout, ciphertextLength: coding };
        return { ...step, layout, ciphertext, offset: ciphertext[1] };
      });
  });

/** Whoever writes both lengths writes them alike. The first part to be placed may have any. */
function areAlike(
  one: LengthCoding | undefined,
  other: LengthCoding | undefined,
  { iv, ciphertext }: Step,
): boolean {
  const isFirst = iv === NONE && ciphertext === NONE;
  return isFirst || one === undefined || other === undefined || one === other;
}

function placed(offset: number, coding: LengthCoding | undefined, length: number): Span {
  const start = offset + (coding?.bytes ?? 0);
  return [start, start + length];
}

/** What parts that follow a ciphertext without a length can take, where they have none either. */
function sizesOf(parts: Order): number[] {
  return parts.reduce(
    (sums, part) => {
      const sizes = part === 'expire' ? EXPIRES.map(({ bytes }) => bytes) : [16, 12];
      return sums.flatMap((sum) => [...new Set(sizes)].map((size) => sum + size));
    },
    [0],
  );
}

function readExpire(bytes: Uint8Array, offset: number, coding: ExpireCoding): number {
  if (!coding.isText) return readUint(bytes, offset, coding);
  const text = String.fromCharCode(...bytes.subarray(offset, offset + coding.bytes));
  return /^\d{10}$/.test(text) ? Number(text) : Number.NaN;
}

/** NaN where bytes are missing. */
function readUint(bytes: Uint8Array, offset: number, coding: LengthCoding): number {
  let value = 0;
  for (let index = 0; index < coding.bytes; index++) {
    const at = coding.isLittleEndian ? offset + coding.bytes - 1 - index : offset + index;
    value = value * 0x100 + (bytes[at] ?? Number.NaN);
  }
  return value;
}
