import type { Token04Claims } from '@token04/core';
import {
  type InvalidVector,
  loadInvalidVectors,
  loadOddVectors,
  loadVectorFiles,
  type Mode,
  type OddVector,
} from '@token04/fixtures';
import { type Case, type CaseHead, single } from './case.ts';
import { expectClaims } from './claims.ts';
import type { Description } from './description.ts';
import { expectEqual, expectText } from './equal.ts';
import { type Expectation, either, failure, failureClass, ok } from './expectation.ts';

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
    if (!decode.includes(readable.mode)) continue;
    yield decodeCase(must(`decode/official/${id}`, 'specification 2'), readable);
  }
  for (const vector of loadOddVectors()) {
    if (decode.includes(vector.mode)) yield decodeCase(oddHead('decode/odd', vector), vector);
  }
  for (const vector of loadInvalidVectors()) {
    if (vector.op !== 'decode' || !decode.includes(vector.mode)) continue;
    const { id, token, serverSecret } = vector;
    const head = must(`decode/invalid/${id}`, sectionOf(id));
    yield single(head, { op: 'decode', fields: { token, serverSecret } }, refusedAs(vector));
  }
}

/** It must be read, with just what is in it; an odd one may be refused where its vector says so. */
export function decodeCase(
  head: CaseHead & { readonly random?: true },
  readable: Readable & Partial<OddVector>,
): Case {
  const { token, serverSecret, mode, iv, plaintext, claims } = readable;
  const read = ok('read, with its mode, claims, IV and plaintext', (answer) => {
    expectEqual('the mode', answer['mode'], mode);
    expectClaims(answer['claims'], claims);
    expectEqual('the IV', answer['iv'], iv);
    expectText('the plaintext', answer['plaintext'], plaintext);
  });
  return single(head, { op: 'decode', fields: { token, serverSecret } }, orRefused(read, readable));
}

/** What an odd token's vector lets a reader answer beside reading it. */
export function orRefused(read: Expectation, { mayRefuse = [] }: Partial<OddVector>): Expectation {
  return mayRefuse.length === 0 ? read : either(read, failure(...mayRefuse.map(failureClass)));
}

export function refusedAs({ code, otherCodes = [] }: InvalidVector): Expectation {
  return failure(...[code, ...otherCodes].map(failureClass));
}

export function oddHead(area: string, { id, mayRefuse }: OddVector): CaseHead {
  const level = mayRefuse === undefined ? 'MUST' : 'MAY';
  return { id: `${area}/${id}`, level, section: sectionOf(id) };
}

export function must(id: string, section: string): CaseHead {
  return { id, level: 'MUST', section };
}

const SECTIONS: { readonly [area: string]: string } = {
  base64: '1',
  cipher: '1',
  expire: '1',
  frame: '1',
  gcm: '1',
  iv: '1',
  key: '1',
  mode: '1',
  padding: '1',
  version: '1',
  utf8: '2',
  plaintext: '2',
  claims: '2',
  spelling: '2',
  time: '2',
  json: '2.1',
  verify: '6.1',
};

/** Where the specification speaks of a vector's area. */
export function sectionOf(id: string): string {
  const [area = ''] = id.split('/');
  return `specification ${SECTIONS[area] ?? '1'}`;
}

/** All tokens of the vector files, by the file's name and the vector's id. */
export function* officialTokens(): Generator<[string, Readable]> {
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
