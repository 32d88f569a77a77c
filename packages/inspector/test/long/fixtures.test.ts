import { loadInvalidVectors, loadVectorFile, type TokenVector } from '@token04/fixtures';
import { expect } from 'vitest';
import { indentJson } from '../../src/inspect/indent-json.ts';
import { visible } from '../../src/texts/visible.ts';
import { test } from '../browser.ts';
import { pasteMany } from '../paste-many.ts';

test.for([
  'cpp-gcm',
  'dotnet-cbc',
  'go-gcm',
  'java-cbc',
  'node-gcm',
  'objc-cbc',
  'php-gcm',
  'python-cbc',
] as const)('every token of %s is read as its generator meant it', async (name, { open }) => {
  const vectors = loadVectorFile(name).vectors.filter(
    (vector): vector is TokenVector => vector.result === 'token',
  );
  expect(vectors.length).toBeGreaterThan(100);
  const page = await open();
  const shown = await pasteMany(
    page,
    vectors.map(({ token, input }) => ({ text: token, secret: input.secret })),
  );
  expect(shown.map(({ claims }, index) => ({ id: vectors[index]?.id, ...claims }))).toEqual(
    vectors.map(({ id, plaintext }) => {
      const said = JSON.parse(plaintext);
      return {
        id,
        appId: String(said.app_id),
        userId: said.user_id === '' ? 'empty' : excerpt(said.user_id),
        ctime: String(said.ctime),
        expire: String(said.expire),
        nonce: String(said.nonce),
        payload: said.payload === '' ? null : excerpt(indentJson(said.payload), true),
        plaintext: excerpt(plaintext),
      };
    }),
  );
});

test('no token that a reader must refuse is called good', async ({ open }) => {
  const vectors = loadInvalidVectors().filter(({ op, token }) => op === 'decode' && token !== '');
  expect(vectors.length).toBeGreaterThan(50);
  const page = await open();
  const shown = await pasteMany(
    page,
    vectors.map(({ token, serverSecret }) => ({ text: token, secret: serverSecret })),
  );
  const wrong = shown.flatMap(({ verdict }, index) =>
    verdict === 'bad' ? [] : [`${vectors[index]?.id} is ${verdict}`],
  );
  // Which is a list of two to a reader of tokens in text, each with a verdict of its own.
  expect(wrong).toEqual(['version/comma-joined is several']);
});

function excerpt(text: string, keepsLines = false): string {
  const rest = text.length - 4000;
  const shown = text.slice(0, 4000);
  const lines = keepsLines ? shown.split('\n') : [shown];
  return lines.map(visible).join('\n') + (rest > 0 ? ` … and ${rest} characters more` : '');
}
