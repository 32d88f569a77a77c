import { loadVectorFile, type VectorFile, vectorFileNames } from '@token04/fixtures';
import { describe, expect, test } from 'vitest';
import { checkCommunityFixtures, checkFixtures, checkVectorFile } from '../src/index.ts';
import { alterCharacter, REJECTED_ID, smallFile, TOKEN_ID, tokenVector } from './vectors.ts';

describe('the official fixtures', () => {
  test.each(vectorFileNames)('%s: decoded, re-serialised, sealed, rejections agree', (name) => {
    const file = loadVectorFile(name);
    const having = (result: string): number =>
      file.vectors.filter((vector) => vector.result === result).length;
    const { failed, counts, checked, language, mode, knownDifferences } = checkVectorFile(file);
    expect(failed).toEqual([]);
    expect({ language, mode }).toEqual({ language: file.language, mode: file.mode });
    expect(checked).toBe(having('token') + having('rejected'));
    expect(counts).toEqual({
      tokens: having('token'),
      decoded: having('token'),
      reserialised: having('token'),
      sealed: having('token'),
      rejections: having('rejected'),
      rejectionsAgreed: having('rejected') - knownDifferences.length,
      crashes: having('crash'),
    });
  });

  test('the vectors of other programs: none fails', () => {
    for (const { dialect, mode, failed } of checkCommunityFixtures()) {
      expect(failed, `${dialect}-${mode}`).toEqual([]);
    }
  });

  test('checkFixtures checks every file', () => {
    const checked = checkFixtures().map(({ dialect, mode }) => `${dialect}-${mode}`);
    expect(checked).toEqual([...vectorFileNames]);
  });
});

describe('a changed copy fails at the step', () => {
  /** The steps at which the file fails, each with its id. */
  function failures(change: (file: VectorFile) => void): string[] {
    const file = smallFile();
    change(file);
    const { failed, checked } = checkVectorFile(file);
    expect(checked).toBe(2);
    const { token, plaintext, input } = tokenVector(smallFile());
    for (const { message } of failed) {
      for (const confidential of [token, plaintext, input.secret]) {
        expect(message).not.toContain(confidential);
      }
    }
    return failed.map(({ id, step, message }) => `${id} ${step} ${message}`);
  }

  test('none, unless it is changed', () => {
    expect(failures(() => {})).toEqual([]);
  });

  test('decode, for any one character of the token', () => {
    const { token } = tokenVector(smallFile());
    for (let index = 2; token[index] !== '='; index++) {
      const failed = failures((file) => {
        tokenVector(file).token = alterCharacter(token, index);
      });
      expect(failed).toEqual([expect.stringMatching(`^${TOKEN_ID} decode `)]);
    }
  });

  const otherValues = {
    ctime: [1, 'ctime is 1700000000, expected 1'],
    expire: [1, 'expire is 1700003600, expected 1'],
    nonce: [1, expect.stringMatching(/the nonce is \d+, expected 1$/)],
    iv: ['0'.repeat(32), expect.stringMatching(/the IV is [0-9a-f]{32}, expected 0{32}$/)],
    plaintext: ['{}', 'the plaintext differs from character 1 on'],
  } as const;
  test.each(Object.entries(otherValues))('decode, for another %s', (key, [value, message]) => {
    const failed = failures((file) => Object.assign(tokenVector(file), { [key]: value }));
    const expected = typeof message === 'string' ? `${TOKEN_ID} decode ${message}` : message;
    expect(failed).toEqual([expected]);
  });

  test.each([
    ['appId', 5],
    ['userId', 'root'],
    ['payload', 'p'],
  ])('decode, for another %s in the input', (key, value) => {
    const failed = failures((file) => Object.assign(tokenVector(file).input, { [key]: value }));
    expect(failed).toEqual([`${TOKEN_ID} decode ${key} is not that of the input`]);
  });

  test('none for an input listed in `differs`, which has to differ', () => {
    const withPayload = (file: VectorFile, payload: string): void => {
      Object.assign(tokenVector(file).input, { payload });
      tokenVector(file).differs = ['payload'];
    };
    expect(failures((file) => withPayload(file, 'cut'))).toEqual([]);
    expect(failures((file) => withPayload(file, ''))).toEqual([
      `${TOKEN_ID} decode payload is that of the input after all`,
    ]);
  });

  test('decode, for another secret', () => {
    const failed = failures((file) => {
      tokenVector(file).input.secret = 'f'.repeat(32);
    });
    expect(failed).toEqual([expect.stringMatching(/^\S+ decode ERR_TOKEN04_DECRYPTION: /)]);
  });

  test('reserialise, for another dialect', () => {
    const failed = failures((file) => {
      file.dialect = 'java';
    });
    expect(failed).toEqual([`${TOKEN_ID} reserialise the plaintext differs from character 2 on`]);
  });

  test('seal, for a mode byte 0 in place of the padding: legal, but made by no generator', () => {
    const failed = failures((file) => {
      const vector = tokenVector(file);
      expect(vector.token).toMatch(/[^=]=$/);
      vector.token = vector.token.replace(/=$/, 'A');
    });
    expect(failed).toEqual([expect.stringMatching(`^${TOKEN_ID} seal the token differs `)]);
  });

  test.each([
    ['an input that ours accepts', { effectiveTimeInSeconds: 1 }, 'ours accepted'],
    ['an input that ours rejects otherwise', { appId: 0 }, 'ours appId'],
  ])('rejection, for %s', (_what, input, ours) => {
    const failed = failures((file) => Object.assign(file.vectors[1]?.input as object, input));
    expect(failed).toEqual([`${REJECTED_ID} rejection official effectiveTimeInSeconds, ${ours}`]);
  });

  test.each([
    [6, []],
    [5, [`${REJECTED_ID} rejection official 5, ours 6`]],
    [null, []],
    ['SDK.Other', [`${REJECTED_ID} rejection official SDK.Other, ours 6`]],
  ])('rejection or none, for the official code %s', (code, expected) => {
    expect(failures((file) => Object.assign(file.vectors[1] as object, { code }))).toEqual(
      expected,
    );
  });

  test('reserialise, and is still counted as decoded', () => {
    const file = smallFile();
    file.dialect = 'java';
    expect(checkVectorFile(file).counts).toEqual({
      tokens: 1,
      decoded: 1,
      reserialised: 0,
      sealed: 0,
      rejections: 1,
      rejectionsAgreed: 1,
      crashes: 0,
    });
  });
});

test('a crash of the official generator is counted, and nothing is compared', () => {
  const file = loadVectorFile('node-cbc');
  file.vectors = file.vectors.filter(({ result }) => result === 'crash');
  const { checked, failed, counts } = checkVectorFile(file);
  expect({ checked, failed, crashes: counts.crashes }).toEqual({
    checked: 0,
    failed: [],
    crashes: 1,
  });
});
