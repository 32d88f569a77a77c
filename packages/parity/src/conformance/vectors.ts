// The tokens of the fixtures, as cases need them.
import type { Token04Claims } from '@token04/core';
import { type InvalidVector, loadVectorFiles, type Mode, type OddVector } from '@token04/fixtures';
import type { CaseHead } from './case.ts';
import { type Expectation, either, failure, failureClass } from './expectation.ts';

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
