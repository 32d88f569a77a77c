import type { VectorFile } from '@token04/fixtures';
import { describe, expect, test } from 'vitest';
import { checkVectorFile, VectorFileError } from '../src/index.ts';
import { smallFile, TOKEN_ID } from './vectors.ts';

describe('a bad file is refused, with the path to the mistake', () => {
  type Json = { [key: string]: unknown };
  const set = (keys: string, value: unknown) => (file: VectorFile) => {
    const path = keys.split(' ');
    const last = path.pop() as string;
    const parent = path.reduce<unknown>((json, key) => (json as Json)[key], file) as Json;
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  };

  test.each([
    ['wrong type', set('vectors 0 input appId', '1'), 'vectors[0].input.appId', 'must be integer'],
    ['wrong range', set('vectors 1 seed', -1), 'vectors[1].seed', 'must be >= 0'],
    ['unknown key', set('vectors 0 colour', 'red'), 'vectors[0].colour', 'unknown key'],
    ['unknown key in the header', set('colour', 'red'), 'colour', 'unknown key'],
    ['unknown key with a dash', set('source a-b', 1), 'source["a-b"]', 'unknown key'],
    ['missing key', set('vectors 0 token', undefined), 'vectors[0].token', 'is missing'],
    ['other format', set('format', 'x'), 'format', 'must be "token04-vectors/1"'],
    ['unknown mode', set('mode', 'ecb'), 'mode', 'must be one of cbc, gcm'],
    ['mode of another file', set('vectors 0 mode', 'gcm'), 'vectors[0].mode', 'must be "cbc"'],
    ['duplicate id', set('vectors 1 id', TOKEN_ID), 'vectors[1].id', 'duplicate of vectors[0].id'],
    ['no vectors', set('vectors', []), 'vectors', 'must NOT have fewer than 1 items'],
  ])('%s', (_what, change, path, problem) => {
    const file = smallFile();
    change(file);
    expect(() => checkVectorFile(file)).toThrow(new VectorFileError(path, problem));
  });

  test.each([[null], [[]], ['text'], [7], [undefined]])('%j is no object', (json) => {
    expect(() => checkVectorFile(json)).toThrow(new VectorFileError('', 'must be object'));
  });

  test('the message starts with the path', () => {
    const error = new VectorFileError('vectors[0].id', 'is missing');
    expect(error).toMatchObject({
      name: 'VectorFileError',
      message: 'vectors[0].id: is missing',
      path: 'vectors[0].id',
    });
  });
});
