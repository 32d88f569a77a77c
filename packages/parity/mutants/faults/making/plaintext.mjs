// Faults in the plaintext: how its JSON is spelt, and what becomes of texts and numbers.
import { randomInt } from 'node:crypto';
import { correct, escapeLower, quoteLikeGo } from '../../reference/steps.mjs';

const asType = (wanted, convert) => (name, value, step) =>
  name === wanted ? convert(value, step) : correct.value(name, value, step);

/** A writer that says it has a way of its own, so that nobody compares its spelling. */
const withoutDialect = { description: (all) => ({ ...all, dialect: null }) };

export const faults = {
  'html-escaping-dropped': { quote: JSON.stringify },
  'ascii-only': { quote: (text) => quoteLikeGo(text).replace(/[\u0080-\uffff]/g, escapeLower) },
  'slash-escaped': { quote: (text) => quoteLikeGo(text).replaceAll('/', '\\/') },
  'keys-sorted': { order: [...correct.order].sort() },
  'blanks-in-json': { join: (members) => `{${members.join(', ')}}` },
  'payload-as-object': {
    value: asType('payload', (text) => (text.startsWith('{') ? text : quoteLikeGo(text))),
  },
  'payload-0-left-out': {
    value: (name, value, step) =>
      correct.value(name, name === 'payload' && value === '0' ? '' : value, step),
  },
  'nonce-as-string': { value: asType('nonce', (nonce) => `"${nonce}"`) },
  'nonce-positive': { value: asType('nonce', (nonce) => String(Math.abs(nonce))) },
  'nonce-beyond-int32': { nonce: () => randomInt(2 ** 31, 2 ** 33) },
  'app-id-as-string': { value: asType('app_id', (appId) => `"${appId}"`) },
  'app-id-as-int32': { value: asType('app_id', (appId) => String(appId | 0)) },
  'app-id-as-float32': { value: asType('app_id', (appId) => String(Math.fround(appId))) },
  'app-id-grouped': {
    value: asType('app_id', (appId) => (appId > 9_999_999 ? appId.toLocaleString('en') : appId)),
  },
  'utf-16': { toBytes: (text) => Buffer.from(text, 'utf16le') },
  'latin-1': { toBytes: (text) => Buffer.from(text, 'latin1') },
  'byte-order-mark': { toBytes: (text) => Buffer.from(`\ufeff${text}`) },
  'cut-at-nul': { text: (text) => text.split('\0')[0] },
  'user-trimmed': { text: (text) => text.trim() },
  'unicode-normalised': { text: (text) => text.normalize('NFC') },
  'beyond-the-bmp-dropped': { text: (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?') },
  'app-id-with-a-fraction-in-its-own-way': {
    ...withoutDialect,
    value: asType('app_id', (appId) => `${appId}.0`),
  },
  'expire-with-an-exponent-in-its-own-way': {
    ...withoutDialect,
    value: asType('expire', (expire) => `${expire}e0`),
  },
  'nonce-twice-in-its-own-way': { ...withoutDialect, order: [...correct.order, 'nonce'] },
  'nested-33-deep-in-its-own-way': {
    ...withoutDialect,
    join: (members) => correct.join([...members, `"x":${'['.repeat(33)}${']'.repeat(33)}`]),
  },
  'words-for-nothing-emptied': {
    text: (text) => (/^(undefined|null|none|nil)$/i.test(text) ? '' : text),
  },
};
