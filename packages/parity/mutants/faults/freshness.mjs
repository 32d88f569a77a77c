// Faults in what must be new for each token.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { correct, ivLength, seconds } from '../reference/steps.mjs';

const ivOf = (alphabet) => (mode) =>
  Buffer.from(
    Array.from({ length: ivLength(mode) }, () => alphabet[randomInt(alphabet.length)]).join(''),
  );
/** Bytes that follow from a text, as those of a seeded generator follow from its seed. */
const derived = (text, length) => createHash('sha256').update(text).digest().subarray(0, length);
/** As many bytes as are needed, the same few again and again. */
const repeated = (bytes, length) => Buffer.alloc(length, bytes);
/** IVs and nonces of a generator that starts at a seed. */
const seeded = (seed) => {
  let count = 0;
  return {
    iv: (mode) => derived(`${seed} ${++count}`, ivLength(mode)),
    nonce: () => derived(`nonce ${seed} ${++count}`, 4).readInt32BE(),
  };
};
const counter = (start) => {
  let count = start;
  return () => ++count;
};
const nextOne = counter(randomInt(2 ** 40));
const nextWord = counter(randomInt(2 ** 30));
const prefix = randomBytes(16);
const bytesOf = (value, length) => {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value % 2 ** 48, length - 6, 6);
  return bytes;
};
const poolOf = (size) => {
  const pool = Array.from({ length: size }, () => randomBytes(16));
  return (mode) => pool[randomInt(size)].subarray(0, ivLength(mode));
};
let last;
/** Random bytes drawn ahead and used again: from the start, or round and round across its end. */
const wrapping = (size, isRound) => {
  const pool = randomBytes(size);
  let at = 0;
  return (count) => {
    if (!isRound && at + count > size) at = 0;
    const bytes = Buffer.from(
      Array.from({ length: count }, (_, index) => pool[(at + index) % size]),
    );
    at = (at + count) % size;
    return bytes;
  };
};
const aligned = wrapping(65_536, false);
const round = wrapping(65_536, true);
const withNonces = wrapping(65_536, true);
/** A hash in place of chance, but not where the nonce is chosen, so that no control shows it. */
const hashed = (algorithm, text) => ({
  iv: (mode, fields, request) =>
    request.nonce === undefined
      ? createHash(algorithm).update(text(fields)).digest().subarray(0, ivLength(mode))
      : correct.iv(mode),
});
const int32 = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value | 0);
  return bytes;
};
const kept = new Map();
let asked;
/** The IV of the token before, where something is so. */
const keptIf = (isSo) => {
  let before = randomBytes(16);
  return (mode, fields, request) => {
    if (request.iv === undefined && !isSo(mode, fields, request)) before = randomBytes(16);
    return before.subarray(0, ivLength(mode));
  };
};
const changes = (property) => {
  let before;
  return (mode, fields, request) => {
    const value = property(mode, fields, request);
    const isNew = before !== undefined && value !== before;
    before = value;
    return isNew;
  };
};
let isRefused = false;
const withWord = (word) => (mode, fields, request) => {
  const bytes = randomBytes(ivLength(mode));
  bytes.writeInt32BE(word(fields, request) | 0, 4);
  return bytes;
};
let nonceBefore = 0;
const of32Bits = { nonce: () => randomBytes(4).readInt32BE() };

export const faults = {
  'fixed-iv': { iv: (mode) => Buffer.alloc(ivLength(mode), 0xa7) },
  /** It follows from the second, as rand() does after srand(time(0)). */
  'time-seeded-iv': { iv: (mode) => Buffer.alloc(ivLength(mode), String(seconds() * 2654435761)) },
  'digits-iv': { iv: ivOf('0123456789') },
  'hex-iv': { iv: ivOf('0123456789abcdef') },
  'base-36-iv': { iv: ivOf('0123456789abcdefghijklmnopqrstuvwxyz') },
  'iv-with-one-fixed-byte': {
    iv: (mode) => Buffer.concat([randomBytes(ivLength(mode) - 1), Buffer.of(0)]),
  },
  'iv-bytes-of-7-bits': { iv: (mode) => randomBytes(ivLength(mode)).map((byte) => byte & 0x7f) },
  'iv-of-a-uuid': {
    iv: (mode) => {
      const bytes = randomBytes(16);
      bytes[6] = (bytes[6] & 0x0f) | 0x40;
      bytes[8] = (bytes[8] & 0x3f) | 0x80;
      return bytes.subarray(0, ivLength(mode));
    },
  },
  'seed-constant': seeded('constant'),
  'seed-of-the-second': seeded(`second ${seconds()}`),
  'iv-from-a-pool': { iv: poolOf(4096) },
  'iv-from-a-pool-that-wraps': { iv: (mode) => aligned(ivLength(mode)) },
  'iv-from-a-pool-that-goes-round': { iv: (mode) => round(ivLength(mode)) },
  'all-from-a-pool-that-goes-round': {
    iv: (mode) => withNonces(ivLength(mode)),
    nonce: () => withNonces(4).readInt32BE(),
  },
  'iv-bytes-never-255': {
    iv: (mode) => Buffer.from(Array.from({ length: ivLength(mode) }, () => randomInt(255))),
  },
  'iv-byte-never-0': {
    iv: (mode) => {
      const bytes = randomBytes(ivLength(mode));
      if (bytes[5] === 0) bytes[5] = randomInt(1, 256);
      return bytes;
    },
  },
  'iv-hashed-of-nonce-and-time': hashed('sha256', ({ nonce, ctime }) => `${nonce}${ctime}`),
  'iv-hashed-of-the-nonce-s-bytes': hashed('md5', ({ nonce }) => int32(nonce)),
  'iv-hashed-of-user-and-time': hashed('sha1', ({ user_id, ctime }) => `${ctime}:${user_id}`),
  'token-kept-for-long-durations': {
    checkFields: (op, fields) => {
      correct.checkFields(op, fields);
      asked = fields;
    },
    token: (token) => {
      if (asked.effectiveTimeInSeconds <= 86_400 || 'ctime' in asked || 'nonce' in asked)
        return token;
      const key = JSON.stringify(asked);
      if (!kept.has(key)) kept.set(key, token);
      return kept.get(key);
    },
  },
  'iv-used-twice': {
    iv: (mode) => {
      const iv = last ?? randomBytes(16);
      last = last === undefined ? iv : undefined;
      return iv.subarray(0, ivLength(mode));
    },
  },
  'iv-of-24-bits': { iv: (mode) => repeated(randomBytes(3), ivLength(mode)) },
  'iv-of-32-bits': { iv: (mode) => repeated(randomBytes(4), ivLength(mode)) },
  'iv-of-64-bits': { iv: (mode) => repeated(randomBytes(8), ivLength(mode)) },
  'iv-and-its-complement': {
    iv: (mode) => {
      const bytes = randomBytes(ivLength(mode) / 2);
      return Buffer.concat([bytes, bytes.map((byte) => ~byte)]);
    },
  },
  'iv-derived-from-the-plaintext': {
    iv: (mode, fields) => derived(JSON.stringify(fields), ivLength(mode)),
  },
  'iv-derived-from-the-user': {
    iv: (mode, { user_id }) => derived(user_id, ivLength(mode)),
  },
  'iv-derived-from-the-key': {
    iv: (mode, _fields, { serverSecret }) => Buffer.from(serverSecret).subarray(0, ivLength(mode)),
  },
  'iv-derived-from-the-nonce': {
    iv: (mode, { nonce }) => derived(`${nonce}`, ivLength(mode)),
  },
  'iv-starts-with-the-nonce': {
    iv: (mode, { nonce }) => {
      const bytes = randomBytes(ivLength(mode));
      bytes.writeInt32BE(nonce);
      return bytes;
    },
  },
  'iv-kept-where-the-mode-changes': { iv: keptIf(changes((mode) => mode)) },
  'iv-kept-where-the-secret-changes': {
    iv: keptIf(changes((_mode, _fields, { serverSecret }) => serverSecret)),
  },
  'iv-kept-for-long-users': { iv: keptIf((_mode, { user_id }) => user_id.length > 32) },
  'iv-kept-for-large-payloads': { iv: keptIf((_mode, { payload }) => payload.length > 4096) },
  'iv-kept-after-a-refusal': {
    failure: (code) => {
      isRefused = true;
      return code;
    },
    iv: keptIf(() => {
      const was = isRefused;
      isRefused = false;
      return was;
    }),
  },
  'iv-holds-the-nonce-s-complement': { ...of32Bits, iv: withWord(({ nonce }) => ~nonce) },
  'iv-holds-the-nonce-and-a-constant': {
    ...of32Bits,
    iv: withWord(({ nonce }) => nonce ^ 0x5a3c7e19),
  },
  'iv-holds-a-multiple-of-the-nonce': {
    ...of32Bits,
    iv: withWord(({ nonce }) => Math.imul(nonce, 0x9e3779b1)),
  },
  'iv-holds-the-last-nonce': {
    ...of32Bits,
    iv: withWord(({ nonce }) => {
      const before = nonceBefore;
      nonceBefore = nonce;
      return before;
    }),
  },
  'iv-is-a-counter': { iv: (mode) => bytesOf(nextOne(), ivLength(mode)) },
  'iv-ends-with-a-counter': {
    iv: (mode) => Buffer.concat([prefix.subarray(0, ivLength(mode) - 6), bytesOf(nextOne(), 6)]),
  },
  'iv-holds-a-counter-of-32-bits': {
    iv: (mode) => {
      const bytes = randomBytes(ivLength(mode));
      bytes.writeUInt32LE(nextWord(), 4);
      return bytes;
    },
  },
  'fixed-nonce': { nonce: () => 7 },
  'small-nonce': { nonce: () => randomInt(1000) },
  'nonce-of-16-bits': { nonce: () => randomInt(2 ** 16) },
  'nonce-is-a-counter': { nonce: nextWord },
  'nonce-counts-by-a-constant': { nonce: () => Math.imul(nextWord(), 0x9e3779b1) },
  'nonce-counts-down': { nonce: () => -nextWord() },
  'nonce-of-24-bits': { nonce: () => randomInt(2 ** 24) },
  'nonce-of-24-bits-shifted': { nonce: () => randomInt(2 ** 24) << 7 },
  'nonce-of-a-few-bits-more': { nonce: () => randomInt(2 ** 26) },
  'nonce-is-the-clock': { nonce: seconds },
  'nonce-of-the-milliseconds': { nonce: () => Date.now() | 0 },
};
