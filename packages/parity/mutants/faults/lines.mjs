// Faults in the lines that a testee writes, and in what they show.
import { correct, refuseIf } from '../reference/steps.mjs';

const withId = (change) => ({
  line: ({ id, ...rest }) => correct.line({ id: change(id), ...rest }),
});
/** Writes what it makes of the secret to stderr, at each refusal. */
const onStderr = (spell) => ({
  complain: (_error, { serverSecret }) =>
    process.stderr.write(`key ${spell(Buffer.from(String(serverSecret)))}\n`),
});
const turned = (bytes) => {
  const words = Buffer.from(bytes.subarray(0, bytes.length & ~3));
  return words.swap32();
};
/** Answers `unsupported` to requests whose fields are so. */
const unsupportedIf = (isSo, ofId = (id) => id) => {
  let was = false;
  return {
    checkFields: (op, fields) => {
      was = isSo(fields);
      correct.checkFields(op, fields);
    },
    line: ({ id, ...rest }) => {
      const answer = was ? { id: ofId(id), unsupported: 'not this' } : { id, ...rest };
      was = false;
      return correct.line(answer);
    },
  };
};
let lastSecret;
let refused = false;
let chosenIv;
let chosenNonce;

export const faults = {
  'byte-order-mark-before-a-line': { line: (answer) => `\ufeff${correct.line(answer)}` },
  'line-ends-of-windows': { line: (answer) => correct.line(answer).replace('\n', '\r\n') },
  'blank-line-between': { line: (answer) => `${correct.line(answer)}\n` },
  'error-without-a-message': {
    line: ({ error, ...rest }) =>
      correct.line(error === undefined ? rest : { ...rest, error: { code: error.code } }),
  },
  'error-null-beside-ok': { line: (answer) => correct.line({ error: null, ...answer }) },
  'numeric-codes': { failure: (code) => code.length },
  'id-as-text': withId(String),
  'id-of-16-bits': withId((id) => id & 0xffff),
  'id-of-32-bits': withId((id) => id >>> 0),
  'id-of-a-float': withId(Math.fround),
  'any-op-answered': { unknownOp: () => ({}) },
  'ops-in-any-case': {
    unknownOp: (op, ops) => {
      const name = op.toLowerCase();
      refuseIf(!Object.hasOwn(ops, name), 'unknown op');
      return name === 'describe' ? ops.describe() : {};
    },
  },
  'unknown-fields-ignored': { checkFields: () => {} },
  'secret-in-the-message': { message: (_error, { serverSecret }) => `bad: ${serverSecret}` },
  'token-in-the-message': {
    message: (_error, { token }) => `cannot read ${String(token).slice(0, 40)}`,
  },
  'plaintext-in-the-message': {
    message: (error, { userId, payload }) =>
      `${error.reason?.message ?? ''} ${userId ?? ''} ${payload ?? ''}`,
    parse: (text) => {
      try {
        return JSON.parse(text);
      } catch {
        throw new SyntaxError(`no JSON: ${text}`);
      }
    },
  },
  'cause-in-the-message': { message: (error) => error.reason?.constructor.name ?? 'refused' },
  'secret-on-stderr': {
    complain: (_error, { serverSecret }) => process.stderr.write(`secret ${serverSecret}\n`),
  },
  'key-on-stderr-in-hex': {
    complain: (_error, { serverSecret }) =>
      process.stderr.write(`key ${Buffer.from(String(serverSecret)).toString('hex')}\n`),
  },
  'key-in-the-message-in-base64': {
    message: (_error, { serverSecret }) =>
      `bad key ${Buffer.from(String(serverSecret)).toString('base64')}`,
  },
  'key-on-stderr-in-capital-hex': onStderr((key) => key.toString('hex').toUpperCase()),
  'key-on-stderr-in-parted-hex': onStderr((key) => key.toString('hex').replace(/..(?=.)/g, '$&:')),
  'key-on-stderr-in-words': onStderr((key) => turned(key).toString('hex')),
  'key-on-stderr-reversed': onStderr((key) => Buffer.from(key).reverse().toString('latin1')),
  'key-on-stderr-within-base64': onStderr((key) => Buffer.from(`k=${key}`).toString('base64')),
  'key-on-stderr-as-numbers': onStderr((key) => `[${[...key].join(', ')}]`),
  'user-on-stderr-in-hex': {
    text: (text) => {
      process.stderr.write(`${Buffer.from(text).toString('hex')}\n`);
      return text;
    },
  },
  'plaintext-on-stderr-in-base64': {
    join: (members) => {
      const text = correct.join(members);
      process.stderr.write(`${Buffer.from(text).toString('base64')}\n`);
      return text;
    },
  },
  'id-0-unread': {
    line: ({ id, ...rest }) =>
      correct.line(id === 0 ? { id: null, unsupported: 'no id' } : { id, ...rest }),
  },
  'noncharacters-unread': unsupportedIf(
    ({ userId }) => /[\ufdd0-\ufdef\ufffe\uffff]/.test(userId ?? ''),
    () => null,
  ),
  'emoji-unsupported': unsupportedIf(({ userId }) => /[\u{1f000}-\u{1ffff}]/u.test(userId ?? '')),
  'large-payloads-unsupported': unsupportedIf(({ payload = '' }) => payload.length > 60_000),
  'absent-secret-is-that-of-the-last': {
    checkFields: (op, fields) => {
      correct.checkFields(op, fields);
      fields.serverSecret ??= lastSecret;
      lastSecret = fields.serverSecret;
    },
  },
  'token-on-stderr': {
    complain: (error, { token }) => error.code === 'Claims' && process.stderr.write(`${token}\n`),
  },
  'plaintext-on-stderr': {
    join: (members) => {
      const text = correct.join(members);
      process.stderr.write(`${text}\n`);
      return text;
    },
  },
  'refusal-sticks': {
    complain: () => {
      refused = true;
    },
    checkFields: (op, fields) => {
      correct.checkFields(op, fields);
      if (op !== 'decode') return;
      const was = refused;
      refused = false;
      refuseIf(was, 'Malformed');
    },
  },
  'chosen-iv-sticks': {
    chosen: ({ ctime, nonce, iv }) => {
      const sticks = ctime === undefined ? chosenIv : undefined;
      chosenIv = iv;
      return { ctime, nonce, iv: iv ?? sticks };
    },
  },
  'chosen-nonce-sticks': {
    chosen: ({ ctime, nonce, iv }) => {
      const sticks = chosenNonce;
      chosenNonce = nonce;
      return { ctime, nonce: nonce ?? sticks, iv };
    },
  },
  'supports-nothing': { checkFields: (op) => refuseIf(op !== 'describe', 'unsupported') },
  'dies-at-the-end': {
    description: (all) => {
      process.exitCode = 3;
      return all;
    },
  },
};
