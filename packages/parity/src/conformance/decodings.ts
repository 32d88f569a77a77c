// The bytes that a text spells in hex, base64 or numbers, in any usual order. Bytes are given as a text
// of Latin-1, one character for each byte.

/** Fewer bytes than this are no confidential text, but a number or a word. */
const MIN_BYTES = 8;
/** The sizes of words in memory, in which a little-endian machine has the first byte last. */
const WORD_SIZES = [2, 4, 8] as const;

/** All texts of bytes that are spelt in it, where they are long enough to tell something. */
export function decodings(text: string): string[] {
  const spelt = [...hexRuns(text), ...base64Runs(text), ...numberLists(text)];
  const all = [...spelt.filter(({ length }) => length >= MIN_BYTES), Buffer.from(text)];
  return all.flatMap((bytes) => orders(bytes).map((one) => one.toString('latin1')));
}

/** Digits alone, and with something between the bytes: `66 61`, `66:61`, `\x66\x61`, `0x66, 0x61`. */
function hexRuns(text: string): Buffer[] {
  const alone = text.match(/[\da-f]{16,}/gi) ?? [];
  const parted = text.match(/(?:(?:0x|\\x|\\u00|[%=])?[\da-f]{2}[\s:,;_-]{0,2}){8,}/gi) ?? [];
  const joined = parted.map((part) => part.replace(/0x|\\x|\\u00|[^\da-f]/gi, ''));
  return [...alone, ...joined].flatMap((digits) =>
    // What stands before it may look like a digit as well.
    [digits, digits.slice(1)].map((each) => Buffer.from(each, 'hex')),
  );
}

/** In either alphabet; as a part of more it begins at any of four places. */
function base64Runs(text: string): Buffer[] {
  const runs = text.match(/[\w+/-]{11,}/g) ?? [];
  return runs.flatMap((run) => [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), 'base64')));
}

/** `[102, 97, 57]`, as languages print lists of bytes, also signed ones. */
function numberLists(text: string): Buffer[] {
  const lists = text.match(/-?\d{1,3}(?:[,\s]{1,2}-?\d{1,3}){7,}/g) ?? [];
  return lists.map((list) => Buffer.from(list.split(/[,\s]+/).map(Number)));
}

/** As they stand, from the end, and with the bytes of each word turned round. */
function orders(bytes: Buffer): Buffer[] {
  const inWords = WORD_SIZES.map((size) => {
    const turned = Buffer.from(bytes);
    for (let at = 0; at + size <= turned.length; at += size) {
      turned.subarray(at, at + size).reverse();
    }
    return turned;
  });
  return [bytes, Buffer.from(bytes).reverse(), ...inWords];
}
