import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { communityFileNames, vectorFileNames } from '@token04/fixtures';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { bin } from '../programs.ts';
import { alterCharacter, smallFile, TOKEN_ID, tokenVector } from '../vectors.ts';

const root = new URL('../../../../', import.meta.url);
const directory = testFolder();

async function run(args: string[], env: Record<string, string> = {}): Promise<Output> {
  return await execa(process.execPath, [bin, ...args], { cwd: directory, env, reject: false });
}

interface Output {
  exitCode?: number;
  stdout: string;
  stderr: string;
}

function write(name: string, content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(directory, name), text);
  return name;
}

function lastLine({ stdout }: Output): string | undefined {
  return stdout.split('\n').at(-1);
}

const official = vectorFileNames.map((name) => `vectors/${name}`);
const community = communityFileNames.map((name) => `community/${name}`);

/** All vectors but those on which a generator crashed, which are no verdict. */
function allPassed(names: readonly string[]): string {
  const vectors = names.flatMap((name): { result: string }[] => {
    const file = new URL(`fixtures/${name}.json`, root);
    return JSON.parse(readFileSync(file, 'utf8')).vectors;
  });
  return `${vectors.filter(({ result }) => result !== 'crash').length} passed, 0 failed`;
}

const good = write('good.json', smallFile());
const altered = smallFile();
tokenVector(altered).token = alterCharacter(tokenVector(altered).token, 60);
const failing = write('failing.json', altered);

describe('check-vectors', () => {
  test('all fixtures: exit 0, a line a file, and the counts', async () => {
    const files = official.map((name) => fileURLToPath(new URL(`fixtures/${name}.json`, root)));
    const result = await run(['check-vectors', ...files]);
    expect(result.exitCode).toBe(0);
    expect(lastLine(result)).toBe(allPassed(official));
    expect(result.stdout.split('\n')).toHaveLength(files.length + 1);
    expect(result.stderr).toBe('');
  });

  test('one character of a token altered: exit 1, with id and step', async () => {
    const result = await run(['check-vectors', good, failing]);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(new RegExp(`^${TOKEN_ID} decode ERR_TOKEN04_`, 'm'));
    expect(lastLine(result)).toBe('3 passed, 1 failed');
    expect(result.stdout).not.toContain(tokenVector(altered).token);
  });

  const unknownKey = { ...smallFile(), colour: 'red' };
  const duplicate = smallFile();
  duplicate.vectors.push(tokenVector(duplicate));
  test.each([
    ['unknown key', write('unknown.json', unknownKey), 'colour: unknown key'],
    [
      'duplicate id',
      write('duplicate.json', duplicate),
      'vectors[2].id: duplicate of vectors[0].id',
    ],
    ['not JSON', write('text.json', 'fa94dd0f'), 'is not JSON in UTF-8'],
    ['a directory', '.', 'cannot be read (EISDIR)'],
    ['no such file', 'none.json', 'cannot be read (ENOENT)'],
  ])('%s: exit 2, with the path to the mistake', async (_what, file, message) => {
    const result = await run(['check-vectors', file, good, failing]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain(`${file}: ${message}`);
    expect(result.stderr).not.toContain('fa94dd0f');
    expect(lastLine(result)).toBe('3 passed, 1 failed');
  });

  test.each([
    ['no file', ['check-vectors']],
    ['an unknown option', ['check-vectors', '--fast', good]],
    ['an unknown command', ['check']],
    ['no command', []],
  ])('%s: exit 2', async (_what, args) => {
    const result = await run(args);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).not.toBe('');
    expect(result.stdout).toBe('');
  });

  test.each([{ CI: 'true' }, { NO_COLOR: '1' }])('no colours in a pipe, with %j', async (env) => {
    const result = await run(['check-vectors', failing], env);
    expect(result.stdout).not.toContain('\u001b');
  });
});

describe('report', () => {
  test('writes what is committed', async () => {
    const result = await run(['report']);
    expect(result.exitCode).toBe(0);
    expect(lastLine(result)).toBe(allPassed([...official, ...community]));
    const written = readFileSync(join(directory, 'COMPATIBILITY.md'), 'utf8');
    expect(written).toBe(readFileSync(new URL('COMPATIBILITY.md', root), 'utf8'));
  });

  test('writes where --out says, or exits with 2', async () => {
    expect((await run(['report', '--out', 'other.md'])).exitCode).toBe(0);
    expect(readFileSync(join(directory, 'other.md'), 'utf8')).toContain('| Objective-C | CBC ');
    const result = await run(['report', '--out', 'none/other.md']);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toBe('none/other.md: cannot be written (ENOENT)');
  });
});

test.each([['--help'], ['--version']])('%s: exit 0', async (option) => {
  const result = await run([option]);
  expect(result.exitCode).toBe(0);
  expect(result.stderr).toBe('');
});
