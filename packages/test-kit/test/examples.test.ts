import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docstringExamples, fencedCode, runExample } from '../src/examples.ts';
import { testFolder } from '../src/test-folder.ts';

const folder = testFolder();
const load = async () => ({ one: 1, later: async () => 2 });

test('examples are found in the docstrings of all TypeScript files below a folder', () => {
  mkdirSync(join(folder, 'deep'));
  const docstring = (code: string) => `  /**\n   * \`\`\`js\n   * ${code}\n   * \`\`\`\n   */\n`;
  writeFileSync(
    join(folder, 'a.ts'),
    docstring('a(); // → 1') + docstring('b();\n   *\n   * c();'),
  );
  writeFileSync(join(folder, 'deep', 'd.ts'), docstring('d();'));
  writeFileSync(join(folder, 'e.js'), docstring('e();'));
  const found = docstringExamples(folder);
  expect(found).toHaveLength(3);
  expect(found).toEqual(
    expect.arrayContaining([
      { title: 'a.ts, example 1', code: 'a(); // → 1\n' },
      { title: 'a.ts, example 2', code: 'b();\n\nc();\n' },
      { title: join('deep', 'd.ts, example 1'), code: 'd();\n' },
    ]),
  );
});

test('fenced code is of one language alone', () => {
  const markdown = '```js\na\n```\n\n```json\nb\n```\n\n```js\nc\n\nd\n```\n';
  expect(fencedCode(markdown, 'js')).toEqual(['a\n', 'c\n\nd\n']);
  expect(fencedCode(markdown, 'sh')).toEqual([]);
});

describe('an example', () => {
  test('has as many claims as it counts, on the same line, on the next, and awaited', async () => {
    const code = `import { one, later } from 'it';
one + 1; // → 2
one + 2;
// → 3
later(); // → 2
export const unused = 4;
`;
    expect(await runExample(code, load)).toBe(3);
  });

  test('that claims what is not so fails, with both values', async () => {
    const code = `import { one } from 'it';\none; // → { a: 1 }`;
    await expect(runExample(code, load)).rejects.toThrow('one is 1, not {"a":1}');
  });

  test('that does not reach a claim fails', async () => {
    await expect(runExample('if (false) {\n  1; // → 1\n}', load)).rejects.toThrow(
      'only 0 of 1 claims were reached',
    );
  });

  test('that throws fails with its error', async () => {
    await expect(runExample(`throw new RangeError('its own')`, load)).rejects.toThrow(
      new RangeError('its own'),
    );
  });
});
