import { readdirSync } from 'node:fs';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { complete } from '../../src/lib/completion.ts';
import { createProgram } from '../../src/program.ts';
import { describeWith, folderWithCommand } from '../tools.ts';

const PATH = folderWithCommand();
const home = testFolder();

const COMMANDS = ['generate', 'inspect', 'verify', 'doctor', 'explain', 'completion', 'help'];

describe('what can stand at the end of a line', () => {
  test.each([
    ['token04 ', COMMANDS],
    ['./bin/token04 ver', COMMANDS],
    ['echo x | token04 ', COMMANDS],
    ['token04 verify --mode ', ['cbc', 'gcm']],
    ['token04 verify --mode g', ['cbc', 'gcm']],
    ['token04 verify x --rule ', ['both', 'login', 'publish', 'from-privileges']],
    [
      'token04 doctor --service ',
      ['express', 'zim', 'uikit', 'minigame', 'superboard', 'ai-agent'],
    ],
    ['token04 completion ', ['bash', 'zsh', 'fish']],
    ['token04 inspect -', ['--now', '--json', '--help']],
    ['token04 -', ['--version', '--help']],
    ['token04 verify --user ', []],
    ['token04 verify ', []],
    ['token04 nonsense ', []],
  ])('%j', (line, names) => {
    const completions = complete(createProgram(), line);
    expect(completions === 'files' ? completions : completions.map(({ name }) => name)).toEqual(
      names,
    );
  });

  test('a path after --secret-file', () => {
    expect(complete(createProgram(), 'token04 verify --secret-file se')).toBe('files');
  });

  test('--secret, which is always refused, is not offered', () => {
    const completions = complete(createProgram(), 'token04 generate --');
    expect(completions).toContainEqual({
      name: '--ttl',
      description: 'how long it is good: 90s, 30m, 24h, 7d',
    });
    expect(completions).not.toContainEqual(expect.objectContaining({ name: '--secret' }));
  });
});

/** Commands in a line: each of them would be run if the line were evaluated. */
const SUBSTITUTIONS = `token04 verify $(touch ${home}/ran) (touch ${home}/ran) ;touch ${home}/ran; --mode g`;

async function inShell(shell: string, args: string[], script: string): Promise<string[]> {
  const { stdout, stderr } = await execa(shell, [...args, script], {
    env: { PATH: `${PATH}:${process.env['PATH']}`, HOME: home, XDG_CONFIG_HOME: home },
    timeout: 100_000,
  });
  expect(stderr).toBe('');
  return stdout.split('\n');
}

/** Tests what a shell completes, and that it runs nothing of a line meanwhile. */
function testCompletions(
  completed: (line: string) => Promise<string[]>,
  lines: readonly (readonly [line: string, names: string[]])[],
): void {
  test.each(lines)('%j', async (line, names) => {
    expect(await completed(line)).toEqual(names);
  });

  test('nothing that is typed is run', async () => {
    await completed(SUBSTITUTIONS);
    expect(readdirSync(home)).not.toContain('ran');
  });
}

describeWith('bash', 'in bash', () => {
  const completed = (line: string) =>
    inShell(
      'bash',
      ['--norc', '-c'],
      `source <(token04 completion bash)
      COMP_LINE='${line}' COMP_POINT=${line.length}
      read -ra COMP_WORDS <<< "$COMP_LINE"
      if [[ $COMP_LINE = *' ' ]]; then COMP_WORDS+=(''); fi
      COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
      complete -p token04 >/dev/null && _token04_completion
      printf '%s\\n' "\${COMPREPLY[@]}"`,
    );

  testCompletions(completed, [
    ['token04 ver', ['verify']],
    ['token04 verify --mode ', ['cbc', 'gcm']],
    ['token04 verify --re', ['--require-privileges']],
  ]);
});

describeWith('zsh', 'in zsh', () => {
  const completed = (line: string) =>
    inShell(
      'zsh',
      ['-f', '-c'],
      `autoload -Uz compinit && compinit -u -d '${home}/zcompdump'
      source <(token04 completion zsh)
      BUFFER='${line}' CURSOR=${line.length}
      words=("\${(@s: :)BUFFER}") CURRENT=$#words
      _describe() { print -rl -- \${(P)2} }
      _files() { print files }
      $_comps[token04]`,
    );

  testCompletions(completed, [
    ['token04 verify --mode ', ['cbc', 'gcm']],
    [
      'token04 inspect -',
      [
        '--now:judge by this time, in seconds since 1970 (default\\: the clock)',
        '--json:print JSON, with stable keys',
        '--help:display help for command',
      ],
    ],
    ['token04 verify --secret-file ', ['files']],
  ]);
});

describeWith('fish', 'in fish', () => {
  const completed = (line: string) =>
    inShell(
      'fish',
      ['--no-config', '-c'],
      // Without a terminal, fish has no command line to ask for.
      `function commandline
        if contains -- --current-token $argv
          echo '${line.split(' ').at(-1)}'
        else
          echo '${line}'
        end
      end
      token04 completion fish | source
      complete --do-complete '${line}'`,
    );

  testCompletions(completed, [
    ['token04 ver', ['verify\tcheck a token with the secret']],
    ['token04 verify --mode ', ['cbc', 'gcm']],
    ['token04 verify --mode g', ['gcm']],
    [`token04 verify --secret-file ${PATH}/`, [`${PATH}/token04`]],
  ]);
});
