// Puts requests to the official Node.js program: `node node.mjs FILE`. Its Date, Math.random and
// crypto.randomBytes are ours, and give what the request names.
import * as crypto from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { transform } from 'esbuild';
import { answerLines } from '../testees/answer-lines.mjs';

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/** What the program is to see in the request under way. */
let clockMs = 0;
let draws = [];
let ivBytes = [];

const draw = (from) => {
  if (from.length === 0) throw new Error('it draws more than was recorded');
  return from.shift();
};

class FixedDate extends Date {
  constructor() {
    super(clockMs);
  }
}

const FixedMath = Object.create(Math, { random: { value: () => draw(draws) } });
const fixedCrypto = { ...crypto, randomBytes: () => draw(ivBytes) };
const require = createRequire(import.meta.url);
const requireFixed = (name) => (name === 'crypto' ? fixedCrypto : require(name));

const file = process.argv[2];
const { code } = await transform(await readFile(file, 'utf8'), { loader: 'ts', format: 'cjs' });
const module = { exports: {} };
// It prints each plaintext, which would be taken for an answer.
const silent = { log() {} };
const load = compileFunction(code, ['module', 'exports', 'require', 'console', 'Date', 'Math']);
load(module, module.exports, requireFixed, silent, FixedDate, FixedMath);

function setDraws({ mode, nonce, iv }) {
  const bytes = Buffer.from(iv, 'hex');
  if (mode === 'gcm') {
    // It takes the floor of 2^32 draws, from -2^31 on; its IV is of random bytes.
    draws = [(nonce + 2 ** 31 + 0.5) / 2 ** 32];
    ivBytes = [bytes];
    return;
  }
  // It takes the ceiling of a part of 2^31 - 1; its IV is of 36 characters.
  const places = [...bytes.toString('latin1')].map((character) => ALPHABET.indexOf(character));
  draws = [
    nonce === 0 ? 0 : (nonce - 0.5) / (2 ** 31 - 1),
    ...places.map((at) => (at + 0.5) / ALPHABET.length),
  ];
  ivBytes = [];
}

function replay({ appId, userId, secret, effectiveTimeInSeconds, payload, ...recorded }) {
  clockMs = recorded.clockMs;
  setDraws(recorded);
  try {
    const { generateToken04 } = module.exports;
    const token = generateToken04(appId, userId, secret, effectiveTimeInSeconds, payload);
    if (draws.length + ivBytes.length > 0) throw new Error('it draws less than was recorded');
    return { ok: { token } };
  } catch (error) {
    if (error.errorCode === undefined) return { error: { code: 'Crash', message: error.message } };
    return { error: { code: String(error.errorCode), message: error.errorMessage } };
  }
}

await answerLines(({ id, op: _, ...fields }) => ({ id, ...replay(fields) }));
