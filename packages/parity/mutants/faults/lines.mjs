// Faults in the lines that a testee writes, and in what they show.
import { correct, refuseIf } from '../reference/steps.mjs';

const withId = (change) => ({
  line: ({ id, ...rest }) => correct.line({ id: change(id), ...rest }),
});
let refused = false;
let chosenIv;

export const lineFaults = {
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
  'supports-nothing': { checkFields: (op) => refuseIf(op !== 'describe', 'unsupported') },
  'dies-at-the-end': {
    description: (all) => {
      process.exitCode = 3;
      return all;
    },
  },
};
