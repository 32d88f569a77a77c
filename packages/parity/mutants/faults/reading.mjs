// Faults in reading tokens.
import { createCipheriv, createHash } from 'node:crypto';
import { correct, Refusal, refuseIf, seconds } from '../reference/steps.mjs';

/** Sixty hex digits and the like: a key is made of them. */
const anySecret = (adapt) => ({
  checkReadSecret: () => {},
  readKey: (secret) => (Buffer.byteLength(secret) === 32 ? Buffer.from(secret) : adapt(secret)),
});
const firstOf = (name, plaintext) =>
  new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*"|[^,}]*)`).exec(plaintext)?.[1];
const lenient = (change) => (text) => JSON.parse(change(text));
/** Only what is no JSON is changed, so that no text within it is. */
const lenientAtLast = (change) => (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(change(text));
  }
};
/** Up to the first NUL, as C compares texts. */
const untilNul = (bytes) => bytes.subarray(0, (bytes.indexOf(0) + 1 || bytes.length + 1) - 1);
const NUMBER_WITH_EXPONENT = /(?<=:)-?\d+(?:\.\d+)?e[-+]?\d+(?=[,}])/gi;
const NONCHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{10fffe}\u{10ffff}]/gu;
let lastPayload = '';
const depth = (text) => {
  let deepest = 0;
  let now = 0;
  for (const unit of text) {
    if ('{['.includes(unit)) deepest = Math.max(deepest, ++now);
    if ('}]'.includes(unit)) now--;
  }
  return deepest;
};

export const readingFaults = {
  'any-version-read': { checkVersion: () => {} },
  'any-base64-read': { fromBase64: (text) => Buffer.from(text, 'base64') },
  'any-mode-byte-read': { readMode: (rest) => (rest[0] === 1 ? 'gcm' : 'cbc') },
  'trailing-bytes-ignored': { readMode: (rest) => correct.readMode(rest.subarray(0, 1)) },
  'mode-byte-0-refused': {
    readMode: (rest) => {
      refuseIf(rest[0] === 0, 'Malformed');
      return correct.readMode(rest);
    },
  },
  'signed-16-bit-length-read': {
    readLength: (bytes, offset) => Math.max(bytes.readInt16BE(offset), 0),
  },
  'padding-not-checked': {
    unpad: (bytes) => bytes.subarray(0, -Math.min(bytes.at(-1), 16) || undefined),
  },
  'last-padding-byte-checked-only': {
    unpad: (bytes) => {
      refuseIf(bytes.at(-1) < 1 || bytes.at(-1) > 16, 'Decryption');
      return bytes.subarray(0, -bytes.at(-1));
    },
  },
  'tag-of-12-bytes-read': {
    openGcm: (decipher, ciphertext, tag) => {
      decipher.setAuthTag(tag);
      const bytes = decipher.update(ciphertext);
      if (tag.length === 16) decipher.final();
      return bytes;
    },
    checkCiphertext: (ciphertext, mode) =>
      mode === 'gcm'
        ? refuseIf(ciphertext.length < 12, 'Malformed')
        : correct.checkCiphertext(ciphertext, mode),
  },
  'tag-compared-as-a-c-string': {
    openGcm: (decipher, ciphertext, tag, key, iv) => {
      const text = decipher.update(ciphertext);
      const cipher = createCipheriv(`aes-${key.length * 8}-gcm`, key, iv);
      cipher.update(text);
      cipher.final();
      refuseIf(!untilNul(cipher.getAuthTag()).equals(untilNul(tag)), 'Decryption');
      return text;
    },
  },
  'iv-length-of-its-low-byte': {
    readLength: (bytes, offset) => (offset === 8 ? bytes[9] : bytes.readUInt16BE(offset)),
  },
  'length-of-15-bits-in-the-iv': {
    readLength: (bytes, offset) => bytes.readUInt16BE(offset) & (offset === 8 ? 0x7fff : 0xffff),
  },
  'ciphertext-length-of-its-lower-bits': {
    readLength: (bytes, offset) =>
      offset === 8 || bytes.length > 0x3fff
        ? bytes.readUInt16BE(offset)
        : bytes.readUInt16BE(offset) & 0x3fff,
  },
  'tag-not-checked': { openGcm: (decipher, ciphertext) => decipher.update(ciphertext) },
  'ill-formed-utf-8-read': { fromBytes: (bytes) => bytes.toString('utf8') },
  'byte-order-mark-skipped': {
    fromBytes: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  },
  'text-after-the-json-read': {
    parse: (text) => JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)),
  },
  'array-read': {
    checkObject: (json) => refuseIf(typeof json !== 'object' || json === null, 'Decryption'),
  },
  'numeric-strings-read': {
    readInteger: (value, minimum, maximum) => correct.readInteger(Number(value), minimum, maximum),
  },
  'fractions-read': {
    readInteger: (value, minimum, maximum) =>
      correct.readInteger(typeof value === 'number' ? Math.floor(value) : value, minimum, maximum),
  },
  'booleans-read-as-numbers': {
    readInteger: (value, minimum, maximum) =>
      correct.readInteger(typeof value === 'boolean' ? Number(value) : value, minimum, maximum),
  },
  'app-id-0-read': { minAppId: 0 },
  'app-id-beyond-uint32-read': { maxAppId: Number.MAX_SAFE_INTEGER },
  'app-id-int32-read': { maxAppId: 0x7fff_ffff },
  'negative-nonce-refused': { minNonce: 0 },
  'nonce-of-32-bits-read': { minNonce: -0x8000_0000, maxNonce: 0x7fff_ffff },
  'nonce-of-63-bits-read': { minNonce: -(2 ** 63), maxNonce: 2 ** 63 },
  'time-of-32-bits-read': { maxTime: 0xffff_ffff },
  'time-of-63-bits-read': { maxTime: 2 ** 63 },
  'smallest-time-read': {
    readInteger: (value, minimum, maximum) =>
      value === -(2 ** 63) ? value : correct.readInteger(value, minimum, maximum),
  },
  'lone-surrogates-read': {
    readText: (value) => {
      refuseIf(typeof value !== 'string', 'Claims');
      return value;
    },
  },
  'lone-surrogates-replaced': {
    readText: (value) => {
      refuseIf(typeof value !== 'string', 'Claims');
      return value.toWellFormed?.() ?? Buffer.from(value).toString();
    },
  },
  'absent-payload-refused': {
    payload: ({ payload }) => (payload === null ? '' : correct.readText(payload)),
  },
  'null-payload-refused': {
    payload: (json) => (Object.hasOwn(json, 'payload') ? correct.readText(json.payload) : ''),
  },
  'inherited-names-read': { own: (json, name) => Object.assign({}, json)[name] },
  'names-in-any-case-read': {
    own: (json, name) => Object.entries(json).findLast(([key]) => key.toLowerCase() === name)?.[1],
  },
  'first-of-a-key-read': {
    own: (json, name, plaintext) => {
      const first = firstOf(name, plaintext);
      return first === undefined || !Object.hasOwn(json, name) ? json[name] : JSON.parse(first);
    },
  },
  'comments-read': { parse: lenient((text) => text.replace(/\/\*.*?\*\/|\/\/.*$/gm, '')) },
  'nan-read': { parse: lenient((text) => text.replace(/:(NaN|-?Infinity)\b/g, ':1')) },
  'trailing-commas-read': { parse: lenient((text) => text.replace(/,\s*([}\]])/g, '$1')) },
  'control-characters-read': {
    parse: lenient((text) => text.replace(/\p{Cc}(?=[^"]*"[,}:])/gu, ' ')),
  },
  'single-quotes-read': {
    parse: lenient((text) => (text.startsWith("{'") ? text.replaceAll("'", '"') : text)),
  },
  'digits-of-any-script-read': {
    parse: lenientAtLast((text) => text.replace(/(?<=[:[,\d.])[\u0660-\u0669\u0966-\u096f]/g, '2')),
  },
  'any-blank-read': { parse: lenientAtLast((text) => text.replace(/\s/g, ' ')) },
  'form-feeds-read': { parse: lenientAtLast((text) => text.replaceAll('\f', ' ')) },
  'next-lines-read': { parse: lenientAtLast((text) => text.replaceAll('\u0085', ' ')) },
  'literals-in-any-case-read': {
    parse: lenientAtLast((text) =>
      text.replace(/(?<=[:[,])(?:true|false|null)/gi, (word) => word.toLowerCase()),
    ),
  },
  'literals-with-a-capital-read': {
    parse: lenientAtLast((text) =>
      text.replace(/(?<=[:[,])(?:True|False|Null)/g, (word) => word.toLowerCase()),
    ),
  },
  'null-with-more-behind-read': {
    parse: lenientAtLast((text) => text.replace(/(?<=[:[,])null[a-z]+/g, 'null')),
  },
  'numbers-with-a-suffix-read': {
    parse: lenientAtLast((text) => text.replace(/(?<=[:[,])(\d+)[dfL]/g, '$1')),
  },
  'plus-signs-read': { parse: lenientAtLast((text) => text.replace(/(?<=[:[,])\+/g, '')) },
  'exponents-cut': {
    parse: (text) =>
      JSON.parse(
        text.replace(NUMBER_WITH_EXPONENT, (number) =>
          Number.isFinite(Number(number)) ? Math.trunc(Number(number)) : number,
        ),
      ),
  },
  'exponents-rounded': {
    parse: (text) =>
      JSON.parse(
        text.replace(NUMBER_WITH_EXPONENT, (number) =>
          Number.isFinite(Number(number)) ? Math.round(Number(number)) : number,
        ),
      ),
  },
  'numbers-beyond-all-types-are-the-largest': {
    parse: (text) => JSON.parse(text.replace(/1e400/g, '9007199254740991')),
  },
  'falsy-plaintext-is-no-json': {
    parse: (text) => {
      const json = JSON.parse(text);
      if (!json || json === '0') throw new SyntaxError('nothing');
      return json;
    },
  },
  'empty-list-for-a-payload': {
    payload: (json, step) => {
      const payload = step.own(json, 'payload') ?? '';
      return Array.isArray(payload) && payload.length === 0 ? '' : step.readText(payload);
    },
  },
  'payload-0-is-empty': {
    payload: (json, step) => {
      const text = step.readText(step.own(json, 'payload') ?? '');
      return text === '0' ? '' : text;
    },
  },
  'payload-null-as-text-is-empty': {
    payload: (json, step) => {
      const text = step.readText(step.own(json, 'payload') ?? '');
      return text === 'null' ? '' : text;
    },
  },
  'absent-payload-is-that-of-the-last': {
    payload: (json, step) => {
      lastPayload = step.readText(step.own(json, 'payload') ?? lastPayload);
      return lastPayload;
    },
  },
  'noncharacters-replaced': {
    fromBytes: (bytes) => correct.fromBytes(bytes).replace(NONCHARACTERS, '\ufffd'),
  },
  'depth-of-8-read': {
    parse: (text) => {
      if (depth(text) > 8) throw new RangeError('too deep');
      return JSON.parse(text);
    },
  },
  'deep-json-crashes': {
    parse: (text) => {
      if (depth(text) > 1000) process.exit(1);
      return JSON.parse(text);
    },
  },
  'numbers-rounded-to-float32': {
    readInteger: (value, minimum, maximum) =>
      correct.readInteger(
        typeof value === 'number' && value > 2 ** 31 ? Math.fround(value) : value,
        minimum,
        maximum,
      ),
  },
  'outer-expire-ignored': { checkOuter: () => {} },
  'outer-expire-of-32-bits': {
    checkOuter: (outer, inner) =>
      refuseIf(BigInt.asUintN(32, outer) !== BigInt.asUintN(32, BigInt(inner)), 'Claims'),
  },
  'empty-user-not-read': { checkDecoded: ({ userId }) => refuseIf(userId === '', 'Claims') },
  'long-user-not-read': { checkDecoded: ({ userId }) => refuseIf(userId.length > 64, 'Claims') },
  'expire-before-ctime-not-read': {
    checkDecoded: ({ ctime, expire }) => refuseIf(expire < ctime, 'Claims'),
  },
  'future-ctime-not-read': {
    checkDecoded: ({ ctime }) => refuseIf(ctime > seconds() + 1, 'Claims'),
  },
  'other-fields-refused': {
    checkObject: (json) => refuseIf(Object.keys(json).length > 6, 'Claims'),
  },
  'secret-cut-when-reading': anySecret((secret) =>
    Buffer.concat([Buffer.from(secret), Buffer.alloc(32)], 32),
  ),
  'secret-hashed-when-reading': anySecret((secret) => createHash('sha256').update(secret).digest()),
  'secret-decoded-from-hex-when-reading': anySecret((secret) =>
    Buffer.concat([Buffer.from(secret, 'hex'), Buffer.alloc(32)], 32),
  ),
  'secret-decoded-from-base64-when-reading': anySecret((secret) =>
    Buffer.concat([Buffer.from(secret, 'base64'), Buffer.alloc(32)], 32),
  ),
  'secret-trimmed-when-reading': {
    checkReadSecret: (secret) => correct.checkReadSecret(secret.trim()),
    readKey: (secret) => Buffer.from(secret.trim()),
  },
  'secret-cut-at-nul-when-reading': {
    readKey: (secret) => Buffer.concat([Buffer.from(secret.split('\0')[0]), Buffer.alloc(32)], 32),
  },
  'keys-compared-up-to-a-nul': (() => {
    const keys = new Map();
    return {
      readKey: (secret) => {
        const name = secret.split('\0')[0];
        if (!keys.has(name)) keys.set(name, Buffer.from(secret));
        return keys.get(name);
      },
    };
  })(),
  'secret-in-any-case-when-reading': { readKey: (secret) => Buffer.from(secret.toLowerCase()) },
  'one-code-for-all': { failure: () => 'Malformed' },
  'a-code-of-its-own': { failure: () => 'InvalidToken' },
  'not-json-is-malformed': {
    parse: (text) => {
      try {
        return JSON.parse(text);
      } catch {
        throw new Refusal('Malformed');
      }
    },
    failure: (code, error) => (error.reason?.code === 'Malformed' ? 'Malformed' : code),
  },
  'slow-with-many-keys': {
    own: (json, name) => {
      const seen = [];
      for (const key of Object.keys(json)) if (!seen.some((one) => one === key)) seen.push(key);
      return correct.own(json, name);
    },
  },
  'slow-with-long-base64': {
    fromBase64: (text) => {
      let seen = '';
      for (let at = 0; at < text.length; at += 8) {
        seen = Buffer.from(text.slice(0, at)).toString('latin1');
      }
      return correct.fromBase64(text, seen);
    },
  },
};
