// Faults in reading the fields of the plaintext: their names, types and ranges.
import { correct, refuseIf, seconds } from '../../reference/steps.mjs';

const firstOf = (name, plaintext) =>
  new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*"|[^,}]*)`).exec(plaintext)?.[1];
let lastPayload = '';
let refusedPayload = '';

export const faults = {
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
  'numbers-rounded-to-float32': {
    readInteger: (value, minimum, maximum) =>
      correct.readInteger(
        typeof value === 'number' && value > 2 ** 31 ? Math.fround(value) : value,
        minimum,
        maximum,
      ),
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
  'absent-payload-is-that-of-a-refused-token': {
    payload: (json, step) => {
      lastPayload = step.readText(step.own(json, 'payload') ?? refusedPayload);
      return lastPayload;
    },
    checkOuter: (outer, inner) => {
      refusedPayload = outer === BigInt(inner) ? '' : lastPayload;
      correct.checkOuter(outer, inner);
    },
  },
  'absent-payload-is-that-of-the-last': {
    payload: (json, step) => {
      lastPayload = step.readText(step.own(json, 'payload') ?? lastPayload);
      return lastPayload;
    },
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
  'other-fields-refused': {
    checkObject: (json) => refuseIf(Object.keys(json).length > 6, 'Claims'),
  },
  'empty-user-not-read': { checkDecoded: ({ userId }) => refuseIf(userId === '', 'Claims') },
  'long-user-not-read': { checkDecoded: ({ userId }) => refuseIf(userId.length > 64, 'Claims') },
  'expire-before-ctime-not-read': {
    checkDecoded: ({ ctime, expire }) => refuseIf(expire < ctime, 'Claims'),
  },
  'future-ctime-not-read': {
    checkDecoded: ({ ctime }) => refuseIf(ctime > seconds() + 1, 'Claims'),
  },
  'slow-with-many-keys': {
    own: (json, name) => {
      const seen = [];
      for (const key of Object.keys(json)) if (!seen.some((one) => one === key)) seen.push(key);
      return correct.own(json, name);
    },
  },
};
