import { loadInvalidVectors, loadOddVectors, type OddVector } from '@token04/fixtures';
import { type Case, type CaseHead, must, single } from './case.ts';
import { expectClaims } from './claims.ts';
import type { Description } from './description.ts';
import { expectEqual, expectText } from './equal.ts';
import { ok } from './expectation.ts';
import {
  oddHead,
  officialTokens,
  orRefused,
  type Readable,
  refusedAs,
  sectionOf,
} from './vectors.ts';

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
