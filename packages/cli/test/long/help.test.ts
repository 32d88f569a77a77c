import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { manPage } from '../../src/man-page.ts';
import { createProgram } from '../../src/program.ts';
import { token04 } from '../run.ts';
import { describeWith } from '../tools.ts';

const page = '../../man/token04.1';
const pagePath = fileURLToPath(new URL(page, import.meta.url));

const COMMANDS = ['generate', 'inspect', 'verify', 'doctor', 'explain', 'completion'];

describe('help', () => {
  test.each([
    ['--help'],
    ['help'],
    ...COMMANDS.flatMap((command) => [
      [command, '--help'],
      ['help', command],
    ]),
  ])('%s %s: on stdout with examples, exit 0', async (...args) => {
    const { exitCode, stdout, stderr } = await token04(args.filter((word) => word !== undefined));
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: token04 /);
    expect(stdout).toContain('\n\nExamples:\n  ');
    expect(stdout).not.toMatch(/--secret( |\n)/);
  });

  test('no command: the help on stderr, exit 2', async () => {
    const { exitCode, stdout, stderr } = await token04([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: token04 .*token04: a command is needed$/s);
  });

  test('--version', async () => {
    expect(await token04(['--version'])).toMatchObject({
      exitCode: 0,
      stdout: packageJson.version,
      stderr: '',
    });
  });

  test.each([
    [['verfy'], "token04: unknown command 'verfy' (Did you mean verify?)"],
    [['inspect', 'x', '--jsn'], "token04: unknown option '--jsn' (Did you mean --json?)"],
    [['inspect'], "token04: missing required argument 'token' (to read it from stdin, write -)"],
    [
      ['generate', '--appid', '5', '--user', 'demo', '--ttl', '1h'],
      "token04: unknown option '--appid' (Did you mean --app-id?)",
    ],
    [
      ['generate', '--app-id', '5', '--userId=demo', '--ttl', '1h'],
      "token04: unknown option '--userId' (Did you mean --user?)",
    ],
    [
      ['generate', '--app-id', '5', '--user', 'demo', '--expire', '1h'],
      "token04: unknown option '--expire' (Did you mean --ttl?)",
    ],
    [['verify', 'x', '--app-id'], "token04: option '--app-id <number>' argument missing"],
  ])('%j: exit 2, in one line', async (args, message) => {
    const { exitCode, stdout, stderr } = await token04(args);
    expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 2, stdout: '', stderr: message });
  });
});

describe('the man page', () => {
  test('is what the help says; `npx vitest run help --update` writes it', async () => {
    await expect(manPage(createProgram())).toMatchFileSnapshot(page);
  });

  describeWith('man', 'with man', () => {
    test('shows each command and option, and no warning', async () => {
      const { stdout, stderr } = await execa('man', ['--warnings', '--local-file', pagePath], {
        env: { MANWIDTH: '100', LC_ALL: 'C.UTF-8', MAN_KEEP_FORMATTING: '' },
      });
      expect(stderr).toBe('');
      for (const command of COMMANDS) expect(stdout).toContain(`   token04 ${command} `);
      expect(stdout).toContain('       --secret-file <path>\n');
      expect(stdout).toContain('token04 verify "$TOKEN" --room r1 --publish cam --rule publish');
    });
  });

  describeWith('mandoc', 'with mandoc', () => {
    test('has no fault', async () => {
      const { stdout } = await execa('mandoc', ['-T', 'lint', '-W', 'warning', pagePath], {
        reject: false,
      });
      // With a date or a version the page would differ from one release to the next.
      const faults = stdout
        .split('\n')
        .filter((line) => !line.endsWith('missing date, using "": TH'));
      expect(faults).toEqual([]);
    });
  });
});
