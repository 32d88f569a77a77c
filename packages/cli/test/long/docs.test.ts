import { readFileSync } from 'node:fs';
import { createKitToken } from '@token04/core';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/program.ts';
import { NOW, token04, tokenOf } from '../run.ts';
import { describeWith, folderWithCommand } from '../tools.ts';

const root = new URL('../../../../', import.meta.url);
const PAGES = [
  ...['README.md', 'packages/cli/README.md', 'docs/command-line.md'],
  ...['README.zh-CN.md', 'packages/cli/README.zh-CN.md', 'docs/zh-CN/command-line.md'],
];

const PATH = folderWithCommand();
const folder = testFolder();

function read(page: string): string {
  return readFileSync(new URL(page, root), 'utf8');
}

/** Recordings of a terminal: commands after `$ `, and what they print. */
const recordings = PAGES.flatMap((page) =>
  [...read(page).matchAll(/^```console\n(.*?)^```$/gms)].map(([, text = ''], index) => ({
    title: `${page}, recording ${index + 1}`,
    text,
  })),
);

describeWith('bash', 'recordings', () => {
  test.each(recordings)('$title', async ({ text }) => {
    expect(withoutTimes(await replay(text))).toBe(withoutTimes(text));
  });

  test('the pages have ten or more', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(10);
  });
});

/** The commands of a recording, run one after another in one shell, with what they print now. */
async function replay(recording: string): Promise<string> {
  const script = recording
    .replace(/^[^$].*\n|^\n/gm, '')
    .replace(/^\$ (.*)$/gm, (line, command: string) => {
      const quoted = line.replaceAll("'", "'\\''");
      return `printf '%s\\n' '${quoted}'\n${command.replaceAll('npx @token04/cli', 'token04')}`;
    });
  const { all } = await execa('bash', ['--norc', '-c', script], {
    all: true,
    cwd: folder,
    env: { PATH: `${PATH}:${process.env['PATH']}`, TZ: 'UTC', ZEGO_SERVER_SECRET: '' },
    reject: false,
    stdin: 'ignore',
    stripFinalNewline: false,
    timeout: 100_000,
  });
  return all;
}

function withoutTimes(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, '(time)');
}

describe('docs/command-line.md', () => {
  const program = createProgram();
  const sections = new Map(
    read('docs/command-line.md')
      .split(/^## /m)
      .map((section) => [section.split('\n', 1)[0], section] as const),
  );

  /** The options in the first column of the table of a section. */
  function optionsIn(section: string): string[] {
    const cells = [...(sections.get(section) ?? '').matchAll(/^\| (`--.*?`) \|/gm)];
    return cells.flatMap(([, cell = '']) => cell.match(/--[a-z-]+/g) ?? []);
  }

  const NOT_OF_DOCTOR = ['--mode', '--require-privileges'];

  test.each(['generate', 'inspect', 'verify', 'doctor', 'explain'])(
    'lists each option of %s',
    (name) => {
      const command = program.commands.find((one) => one.name() === name);
      const options = command
        ?.createHelp()
        .visibleOptions(command)
        .map(({ long }) => long);
      const listed =
        name === 'doctor'
          ? [...optionsIn('verify'), ...optionsIn('doctor')].filter(
              (one) => !NOT_OF_DOCTOR.includes(one),
            )
          : optionsIn(name);
      expect([...listed, '--help'].sort()).toEqual(options?.sort());
    },
  );

  /** The keys that a row of the tables of JSON lists. */
  function keysIn(row: string): string[] {
    const line = (sections.get('JSON') ?? '')
      .split('\n')
      .find((one) => one.startsWith(`| \`${row}\` |`));
    const cells = (line ?? '').slice(`| \`${row}\` |`.length);
    return [...cells.matchAll(/`(\w+)`/g)].map(([, key = '']) => key);
  }

  async function jsonOf(args: string[]) {
    return JSON.parse((await token04([...args, '--json'])).stdout);
  }

  test('lists the keys of --json', async () => {
    const kit = { appId: 1234567890, userId: 'demo', roomId: 'r1', userName: 'Ann' };
    const kitToken = createKitToken({ token: tokenOf(), ...kit });
    const inTime = ['--now', String(NOW)];
    const verified = await jsonOf([
      'verify',
      kitToken,
      '--room',
      'r1',
      '--publish',
      's',
      ...inTime,
    ]);
    const generate = ['generate', '--app-id', '1', '--user', 'demo', '--ttl', '1h'];
    expect(Object.keys(await jsonOf(generate))).toEqual(keysIn('generate'));
    expect(Object.keys(await jsonOf(['inspect', tokenOf()]))).toEqual(keysIn('inspect'));
    expect(Object.keys(await jsonOf(['doctor', tokenOf()]))).toEqual(keysIn('doctor'));
    expect(Object.keys(await jsonOf(['explain', '1102016']))).toEqual(keysIn('explain'));
    expect(Object.keys(verified)).toEqual(keysIn('verify'));
    expect(Object.keys(verified.claims)).toEqual(keysIn('claims'));
    expect(Object.keys(verified.kit)).toEqual(keysIn('kit'));
    expect(Object.keys(verified.room)).toEqual(keysIn('room'));
    expect(Object.keys(verified.room.login)).toEqual(keysIn('room.login'));
    expect(Object.keys(verified.room.publish)).toEqual(keysIn('room.publish'));
    expect(Object.keys((await jsonOf(['verify', '04'])).error)).toEqual(keysIn('error'));
  });
});
