import { Token04Error, type VerifyOptions, verifyToken04 } from '@token04/core/web';
import {
  loadInvalidVectors,
  loadOddVectors,
  loadVectorFile,
  vectorFileNames,
} from '@token04/fixtures';
import { describe, expect, it, test } from 'vitest';
import { diagnose } from '../../src/index.ts';

async function isAccepted(token: string, options: VerifyOptions): Promise<boolean> {
  try {
    await verifyToken04(token, options);
    return true;
  } catch (error) {
    if (error instanceof Token04Error) return false;
    throw error;
  }
}

describe('official tokens are good, but for those that verifyToken04 refuses', () => {
  it.each(vectorFileNames)('%s', async (name) => {
    let good = 0;
    for (const vector of loadVectorFile(name).vectors) {
      if (vector.result !== 'token') continue;
      const { token, ctime, expire, nonce, plaintext, mode } = vector;
      const options = { serverSecret: vector.input.secret, now: ctime };
      const accepted = await isAccepted(token, options);
      const { verdict, kind, decoded, ...diagnosis } = await diagnose(token, options);
      expect({ id: vector.id, verdict }).toEqual({
        id: vector.id,
        verdict: accepted ? 'good' : 'bad',
      });
      expect(kind).toBe('token04');
      expect(diagnosis.token).toBe(token);
      expect(decoded).toMatchObject({ mode, plaintext, claims: { ctime, expire, nonce } });
      if (accepted) good++;
    }
    expect(good).toBeGreaterThan(100);
  });
});

test('odd tokens are good where verifyToken04 says so', async () => {
  for (const { id, token, serverSecret, claims } of loadOddVectors()) {
    const options = { serverSecret, now: claims.ctime };
    const { verdict, decoded } = await diagnose(token, options);
    const expected = (await isAccepted(token, options)) ? 'good' : 'bad';
    expect({ id, verdict }).toEqual({ id, verdict: expected });
    expect(decoded?.claims).toEqual(claims);
  }
});

/** The token in these is good; the doctor only warns of what is around it. */
const AROUND = [
  'version/blank-before',
  'version/blank-after',
  'version/tab-before',
  'version/newline-before',
  'version/newline-after',
  'version/crlf-after',
  'version/byte-order-mark',
  'version/quoted',
  'version/bearer',
  'version/kit-token',
  'version/comma-joined',
];

test('invalid tokens are bad', async () => {
  const vectors = loadInvalidVectors()
    // A mode that a verifier does not accept is no fault of the token.
    .filter((vector) => vector.op === 'decode' || vector.options.modes === undefined);
  expect(vectors.length).toBeGreaterThan(1000);
  for (const vector of vectors) {
    const { id, token, serverSecret } = vector;
    const options = vector.op === 'verify' ? vector.options : { now: 1_700_000_000 };
    const { verdict } = await diagnose(token, { serverSecret, ...options });
    expect({ id, verdict }).toEqual({ id, verdict: AROUND.includes(id) ? 'good' : 'bad' });
  }
});
