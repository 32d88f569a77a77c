import type { Token04Claims } from '@token04/core';
import {
  type InvalidVector,
  loadInvalidVectors,
  loadOddVectors,
  loadVectorFiles,
  type Mode,
} from '@token04/fixtures';
import { type Case, expectEqual, expectError, expectOk, expectText, failureClass } from './case.ts';
import { expectClaims } from './claims.ts';
import type { Description } from './description.ts';

/** A token, and what is in it. */
export interface Readable {
  token: string;
  serverSecret: string;
  mode: Mode;
  /** As hex digits. */
  iv: string;
  plaintext: string;
  claims: Token04Claims;
}

/** Every official token, every odd one, and every one that must be refused. */
export function* decodeCases({ decode }: Description): Generator<Case> {
  for (const [id, readable] of officialTokens()) {
    if (decode.includes(readable.mode)) yield decodeCase(`decode/official/${id}`, readable);
  }
  for (const vector of loadOddVectors()) {
    if (decode.includes(vector.mode)) yield decodeCase(`decode/odd/${vector.id}`, vector);
  }
  for (const vector of loadInvalidVectors()) {
    if (vector.op === 'decode' && decode.includes(vector.mode)) yield invalidCase(vector);
  }
}

export function decodeCase(id: string, readable: Readable, random?: true): Case {
  const { token, serverSecret, mode, iv, plaintext, claims } = readable;
  return {
    id,
    ...(random && { random }),
    async run(ask) {
      const ok = expectOk(await ask('decode', { token, serverSecret }));
      expectEqual('the mode', ok['mode'], mode);
      expectClaims(ok['claims'], claims);
      expectEqual('the IV', ok['iv'], iv);
      expectText('the plaintext', ok['plaintext'], plaintext);
    },
  };
}

function invalidCase({ id, token, serverSecret, code }: InvalidVector): Case {
  return {
    id: `decode/invalid/${id}`,
    async run(ask) {
      expectError(await ask('decode', { token, serverSecret }), failureClass(code));
    },
  };
}

/** All tokens of the vector files, by the file's name and the vector's id. */
function* officialTokens(): Generator<[string, Readable]> {
  for (const { dialect, mode: fileMode, vectors } of loadVectorFiles()) {
    for (const vector of vectors) {
      if (vector.result !== 'token') continue;
      const { token, mode, iv, plaintext, input } = vector;
      const claims = readClaims(plaintext);
      const serverSecret = input.secret;
      yield [
        `${dialect}-${fileMode}/${vector.id}`,
        { token, serverSecret, mode, iv, plaintext, claims },
      ];
    }
  }
}

/** An official plaintext has all fields, so that this needs no decoder's judgement. */
function readClaims(plaintext: string): Token04Claims {
  const { app_id, user_id, ctime, expire, nonce, payload } = JSON.parse(plaintext);
  return { appId: app_id, userId: user_id, ctime, expire, nonce, payload };
}
