import { decodeToken04 } from '@token04/core';
import {
  type Case,
  type Dialect,
  type Language,
  loadCases,
  loadDialect,
  type Mode,
  type Vector,
  type VectorFile,
} from '@token04/fixtures';
import { toAscii } from './ascii.ts';
import { askDescription } from './conformance/description.ts';
import { choose, requestFields } from './conformance/made-token.ts';
import { chosenIv } from './conformance/tokens.ts';
import type { Testee } from './testee.ts';

/** What a vector file says of its origin, beyond what the testee says. */
export interface VectorOrigin {
  dialect: Dialect;
  mode: Mode;
  source: VectorFile['source'];
  /** The testee's name and version unless given. */
  runtime?: string;
}

/**
 * What a testee makes of the cases of the fixtures, as a vector file. Where it lets clock, nonce and
 * IV be chosen, they are, by the case's clock and seed, and another run gives the same file.
 *
 * @throws TypeError where the testee does not describe itself, or lacks the mode (as a rejection).
 */
export async function makeVectors(testee: Testee, origin: VectorOrigin): Promise<VectorFile> {
  const description = await askDescription(testee.request);
  if (typeof description === 'string') throw new TypeError(description);
  const { mode } = origin;
  const { name, version, controls, generate } = description;
  if (!generate.includes(mode)) throw new TypeError(`the testee makes no ${mode} tokens`);
  const vectors: Vector[] = [];
  for (const one of loadCases().cases) {
    const ctime = Math.floor(one.clockMs / 1000);
    const chosen = choose(controls, {
      ctime,
      nonce: one.seed | 0,
      iv: chosenIv(mode, one.seed),
    });
    const order = { mode, input: one.input, dialect: null, controls: chosen };
    const answer = await testee.request('generate', requestFields(order));
    vectors.push(vectorOf(one, answer.ok?.['token'], answer.error));
  }
  const isChosen = (control: 'ctime' | 'nonce'): boolean => controls.includes(control);
  return {
    format: 'token04-vectors/1',
    language: loadDialect(origin.dialect).language as Language,
    dialect: origin.dialect,
    mode,
    source: origin.source,
    runtime: origin.runtime ?? `${name} ${version}`,
    clock: isChosen('ctime') ? 'chosen: clockMs, rounded down' : 'the clock of the machine',
    random: isChosen('nonce') ? 'nonce and IV chosen by the seed' : 'as the generator draws them',
    vectors,
  };
}

function vectorOf(
  one: Case,
  token: unknown,
  error: { code: string; message: string } | undefined,
): Vector {
  const { id, group, comment, input, clockMs, seed } = one;
  const head = { id, group, comment, input, clockMs, seed };
  if (typeof token !== 'string') {
    if (error === undefined) return { ...head, result: 'crash', message: 'no token and no error' };
    // A code of its own names no reason that others would know.
    const code = /^-?\d+$/.test(error.code) ? Number(error.code) : null;
    return { ...head, result: 'rejected', code, message: error.message };
  }
  const { claims, mode, iv, plaintext } = decodeToken04(token, input.secret);
  const { ctime, expire, nonce } = claims;
  const hex = Buffer.from(iv).toString('hex');
  const differs = (['appId', 'userId', 'payload'] as const).filter(
    (name) => claims[name] !== input[name],
  );
  return {
    ...head,
    result: 'token',
    ...(differs.length > 0 && { differs }),
    mode,
    ctime,
    expire,
    nonce,
    iv: hex,
    plaintext,
    token,
  };
}

/** As all vector files are spelt: a key a line, ASCII with escapes. */
export function spellVectors(file: VectorFile): string {
  return `${toAscii(JSON.stringify(file, null, 1))}\n`;
}
