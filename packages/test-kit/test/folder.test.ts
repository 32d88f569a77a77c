import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inTemporaryFolder } from '../src/folder.ts';
import { testFolder } from '../src/test-folder.ts';

let ofTheFile = '';
// Vitest runs these hooks last to first, so this one after that of the folder.
afterAll(() => expect(existsSync(ofTheFile)).toBe(false));
ofTheFile = testFolder();

test('a folder of the file is there for its tests', () => {
  writeFileSync(join(ofTheFile, 'a'), '');
  expect(existsSync(join(ofTheFile, 'a'))).toBe(true);
});

test('a temporary folder is gone afterwards, and what was made of it is given', async () => {
  const folder = await inTemporaryFolder(async (path) => {
    writeFileSync(join(path, 'a'), '');
    return path;
  });
  expect(existsSync(folder)).toBe(false);
});

test('a temporary folder is gone after an error, which is passed on', async () => {
  let folder = '';
  const failing = inTemporaryFolder(async (path) => {
    folder = path;
    throw new RangeError('its own');
  });
  await expect(failing).rejects.toThrow(new RangeError('its own'));
  expect(folder).not.toBe('');
  expect(existsSync(folder)).toBe(false);
});
