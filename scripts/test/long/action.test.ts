import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';

const root = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const action = readFileSync(root('action.yml'), 'utf8');
const directory = testFolder();

/** The script of the composite step, without its indentation. */
const script = (/ {6}run: \|\n((?: {8}.*\n| *\n)+)/.exec(action)?.[1] ?? '').replace(/^ {8}/gm, '');
/** The inputs' defaults, read from the file, so that a new input is not forgotten here. */
const defaults = Object.fromEntries(
  [...action.matchAll(/^ {2}([a-z-]+):\n {4}description: .*\n {4}default: '?([^'\n]*)'?$/gm)].map(
    ([, name = '', value = '']) => [name, value],
  ),
);

// In place of the registry: it notes what is wanted, and runs what was built here.
const npx = join(directory, 'npx');
writeFileSync(
  npx,
  [
    '#!/bin/bash',
    'printf "%s" "$2" > wanted',
    `exec node "$CLI" "$3" --only verify/cbc/the- "\${@:4}"`,
    '',
  ].join('\n'),
);
chmodSync(npx, 0o755);

async function step(inputs: { readonly [name: string]: string }, ref = 'v1.2.3') {
  const summary = join(directory, 'summary');
  rmSync(summary, { force: true });
  const values = { ...defaults, ...inputs };
  const env = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name === 'command' ? 'TESTEE' : name.toUpperCase().replace('-', '_'),
      value,
    ]),
  );
  const { exitCode, stdout } = await execa('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: directory,
    reject: false,
    env: {
      ...env,
      ACTION_REF: ref,
      CLI: root('packages/parity/dist/cli.mjs'),
      GITHUB_STEP_SUMMARY: summary,
      PATH: `${directory}:${process.env['PATH']}`,
    },
  });
  const wanted = readFileSync(join(directory, 'wanted'), 'utf8').trim();
  return { exitCode, stdout, wanted, summary: readFileSync(summary, 'utf8') };
}

const core = `node ${root('packages/parity/testees/core.mjs')}`;

describe.skipIf(process.platform === 'win32')('action.yml', () => {
  test('every input is a variable of the step', () => {
    for (const name of ['command', ...Object.keys(defaults)]) {
      expect(action).toContain(`: \${{ inputs.${name} }}\n`);
    }
    expect(defaults).toMatchObject({ seed: '0', shard: '1/1', 'time-limit': '10' });
    expect(script).not.toContain('${{');
  });

  test('runs the version of its tag, and leaves reports and a summary', async () => {
    const result = await step({ command: core, cases: '0' });
    expect(result).toMatchObject({ exitCode: 0, wanted: '@token04/parity@1.2.3' });
    expect(result.summary).toMatch(
      /### token04 conformance\n```\n[\s\S]*\d+ passed, 0 failed\n```/,
    );
    for (const end of ['xml', 'json', 'html']) {
      expect(existsSync(join(directory, `token04-conformance.${end}`))).toBe(true);
    }
  });

  test('fails where the testee fails, and runs the version that is given', async () => {
    const mutant = `MUTANT=clock-rounded node ${root('packages/parity/mutants/by-name.mjs')}`;
    const result = await step({ command: mutant, cases: '0', version: '9.9.9' });
    expect(result).toMatchObject({ exitCode: 1, wanted: '@token04/parity@9.9.9' });
    expect(result.summary).toContain('verify/cbc/the-last-millisecond fail');
  });

  test('runs the latest version where it is used from a branch', async () => {
    expect((await step({ command: core, cases: '0' }, 'main')).wanted).toBe(
      '@token04/parity@latest',
    );
  });
});
