import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import parityPackage from '../package.json' with { type: 'json' };
import testees from '../testees/list.json' with { type: 'json' };
import { countLines } from './port-lines.ts';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const ports = testees.flatMap(({ id, cwd, readme }) => {
  if (readme === undefined) return [];
  const name = Object.keys(readme.copy)[0] as string;
  return [{ id, name, source: read(`${cwd}/${name}`), extension: name.split('.')[1] as string }];
});

test('six languages have a port', () => {
  expect(ports.map(({ id }) => id)).toEqual([
    'port-go',
    'port-python',
    'port-java',
    'port-php',
    'port-ruby',
    'port-rust',
  ]);
});

for (const { id, name, source, extension } of ports) {
  test(`${id}: ${name} says what suite certifies it, and carries its licence`, () => {
    const head = source.split('\n').slice(0, 10).join('\n');
    expect(head).toContain(`Certified by @token04/parity ${parityPackage.version} (`);
    expect(words(source)).toContain(words(read('LICENSE')));
  });

  test(`${id}: ${name} is short enough to be read`, () => {
    expect(countLines(source, extension)).toBeLessThanOrEqual(350);
  });
}

test('lines are counted without blank ones and comments', () => {
  expect(countLines('// one\n\nx := 1 // two\n/* three\n four */\ny := "/*"\n', 'go')).toBe(2);
  expect(countLines('# one\n"""Two.\n\n    x\n"""\nx = """three"""\n', 'py')).toBe(1);
  expect(countLines('#[attribute]\n# comment\n$x = 1;\n', 'php')).toBe(2);
  expect(countLines('#[derive(Debug)]\n/// doc\nstruct A;\n', 'rs')).toBe(2);
  expect(countLines('=begin\nx\n=end\nputs 1\n', 'rb')).toBe(1);
});

/** The words alone, so that marks of comments and line breaks make no difference. */
function words(text: string): string {
  return (text.match(/[\w"']+/g) ?? []).join(' ');
}
