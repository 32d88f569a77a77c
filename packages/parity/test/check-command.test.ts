import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, describe, expect, test, vi } from 'vitest';

const bin = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));
const core = [process.execPath, fileURLToPath(new URL('../testees/core.mjs', import.meta.url))];
const directory = mkdtempSync(join(tmpdir(), 'token04-check-'));
afterAll(() => rmSync(directory, { recursive: true }));

interface Output {
  exitCode?: number;
  stdout: string;
  stderr: string;
  lastLine: string;
}

async function check(options: string[], command: string[]): Promise<Output> {
  const args = [bin, 'check-command', ...options, '--', ...command];
  const { exitCode, stdout, stderr } = await execa(process.execPath, args, {
    cwd: directory,
    reject: false,
    timeout: 110_000,
  });
  return {
    ...(exitCode !== undefined && { exitCode }),
    stdout,
    stderr,
    lastLine: stdout.split('\n').at(-1) ?? '',
  };
}

function write(name: string, content: unknown): string {
  writeFileSync(join(directory, name), JSON.stringify(content));
  return name;
}

const AREAS = [
  'refusal',
  'wire',
  'generate',
  'controlled',
  'decode',
  'verify',
  'leak',
  'state',
  'freshness',
  'cost',
];

describe('@token04/core as the testee', () => {
  test('passes all, with reports for programs and for CI servers', async () => {
    const reports = ['--report', 'core.json', '--report', 'core.xml', '--badge', 'core.svg'];
    const result = await check(['--cases', '200', ...reports], core);
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.lastLine).toMatch(/^\d{4,} passed, 0 failed$/);
    expect(result.stdout).not.toContain('\u001b');

    const json = JSON.parse(readFileSync(join(directory, 'core.json'), 'utf8'));
    expect(json).toMatchObject({
      format: 'token04-conformance/1',
      testee: { protocol: 1, name: '@token04/core', dialect: 'node' },
      random: { cases: 200, passed: 200, seed: 0, shard: { index: 1, count: 1 } },
      inputs: { only: '', cases: 200, seed: 0, shard: '1/1' },
      suite: { name: '@token04/parity' },
      counts: { failed: 0, known: 0 },
      levels: { MUST: { failed: 0 }, MAY: { failed: 0 } },
    });
    expect(result.lastLine).toBe(`${json.counts.passed} passed, 0 failed`);
    expect(json.results).toHaveLength(json.counts.passed - 200);
    const ids: string[] = json.results.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const area of AREAS) {
      expect(ids.some((id) => id.startsWith(`${area}/`))).toBe(true);
    }

    const xml = readFileSync(join(directory, 'core.xml'), 'utf8');
    expect(XMLValidator.validate(xml)).toBe(true);
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    const { testsuites } = parser.parse(xml);
    const { passed } = json.counts;
    expect(testsuites).toMatchObject({ tests: String(passed), failures: '0', errors: '0' });

    const svg = readFileSync(join(directory, 'core.svg'), 'utf8');
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain(`>${passed} passed</text>`);
  });

  test('two shards are as many random cases as the whole', async () => {
    const ran: number[] = [];
    for (const shard of ['1/2', '2/2']) {
      const random = ['--only', 'random/', '--cases', '101', '--seed', '9', '--shard', shard];
      const { stdout } = await check(random, core);
      ran.push(Number(/(\d+) of \d+ passed in/.exec(stdout)?.[1]));
    }
    expect(ran).toEqual([51, 50]);
  });
});

describe('known differences', () => {
  const program = fileURLToPath(new URL('../mutants/by-name.mjs', import.meta.url));
  const mutant = ['env', 'MUTANT=clock-rounded', process.execPath, program];
  const list = (ids: string[]) => ({
    format: 'token04-known/1',
    differences: [{ reason: 'it rounds', ids }],
  });
  const differing = ['verify/cbc/the-last-millisecond'];
  const only = ['--cases', '0', '--only', 'verify/cbc/the-'];

  test('without a list: exit 1, with the names of the cases', async () => {
    const result = await check(only, mutant);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(`${differing[0]} fail refused it (Expired)`);
    expect(result.lastLine).toMatch(/^\d+ passed, 1 failed$/);
  });

  test('with a list: exit 0, with the reason', async () => {
    const result = await check([...only, '--known', write('all.json', list(differing))], mutant);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('known in 1 cases: it rounds');
    expect(result.lastLine).toMatch(/^\d+ passed, 0 failed$/);
  });

  test('one that no longer differs, and one that there is not, are failures', async () => {
    const stale = [...differing, 'verify/cbc/the-last-second', 'verify/cbc/the-case-of-nobody'];
    const known = write('stale.json', list(stale));
    const result = await check([...only, '--known', known], mutant);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(
      'verify/cbc/the-last-second fail is listed as known, and no longer differs',
    );
    expect(result.stdout).toContain(
      'verify/cbc/the-case-of-nobody fail is listed as known, and there is no such case',
    );
    expect(result.lastLine).toMatch(/^\d+ passed, 2 failed$/);
  });
});

describe.concurrent('a broken testee', () => {
  const description = {
    protocol: 1,
    name: 'broken',
    language: 'none',
    version: '1',
    dialect: null,
    decode: [],
    verify: [],
    controls: [],
  };

  let testees = 0;

  /** Describes itself, and then does what the statements say with each request. */
  function broken(
    statements: string,
    generate = ['cbc'],
  ): { command: string[]; processes(): number[] } {
    const pids = `pids-${++testees}`;
    const program = `
      const { writeFileSync } = require('node:fs');
      const { spawn } = require('node:child_process');
      const note = (pid) => writeFileSync('${pids}', pid + '\\n', { flag: 'a' });
      note(process.pid);
      let text = '';
      process.stdin.setEncoding('utf8').on('data', (chunk) => {
        const lines = (text + chunk).split('\\n');
        text = lines.pop();
        for (const line of lines) {
          const { id, op } = JSON.parse(line);
          const write = (text, then) => process.stdout.write(text, then);
          const answer = (part) => write(JSON.stringify({ id, ...part }) + '\\n');
          if (op === 'describe') answer({ ok: ${JSON.stringify({ ...description, generate })} });
          else { ${statements} }
        }
      });`;
    return {
      command: [process.execPath, '-e', program],
      processes() {
        if (!existsSync(join(directory, pids))) return [];
        const text = readFileSync(join(directory, pids), 'utf8');
        return text.trimEnd().split('\n').map(Number);
      },
    };
  }

  test.each([
    ['exits', 'process.exit(0)', 'crash', 'the testee exited (code 0)'],
    ['is killed', `process.kill(process.pid, 'SIGKILL')`, 'crash', 'the testee exited (SIGKILL)'],
    ['writes garbage', `write('Traceback: oh no\\n')`, 'garbage', 'a line is not a JSON object'],
    [
      'writes half a line',
      `write('{"id":' + id + ',"ok":')`,
      'half-line',
      'the testee stopped in the middle of a line',
    ],
    [
      'exits within a line',
      `write('{"id":' + id + ',"ok":', () => process.exit())`,
      'half-line',
      'the testee stopped in the middle of a line',
    ],
    [
      'writes 100 MB without a newline',
      `write('x'.repeat(1e8))`,
      'endless-line',
      'a line is longer than 1048576 bytes',
    ],
    ['says nothing', '', 'hang', 'no answer within 10000 ms'],
    [
      'says nothing and ignores signals',
      `process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); setInterval(() => {}, 1000)`,
      'hang',
      'no answer within 10000 ms',
    ],
    ['answers another request', `answer({ id: id + 1, ok: {} })`, 'protocol', 'a line is not the'],
    [
      'leaves a child that holds the pipe',
      `note(spawn('sleep', ['60'], { stdio: ['ignore', 1, 'ignore'] }).pid); process.exit(3)`,
      'crash',
      'the testee exited (code 3)',
    ],
  ])(
    'that %s: exit 1, the failure by its name, and no process left',
    async (_what, statements, verdict, message) => {
      const { command, processes } = broken(statements);
      // What waits for an answer is judged by the time, the rest must not be.
      const isWaitedFor = verdict === 'hang' || verdict === 'half-line';
      const result = await check(['--time-limit', isWaitedFor ? '10' : '60'], command);
      expect(result.exitCode).toBe(1);
      expect(result.stdout).toMatch(new RegExp(`^refusal/an-unknown-op ${verdict} `, 'm'));
      expect(result.stdout).toContain(message);
      expect(result.stdout).toContain('process/stopped fail the testee failed too often');
      const failures = isWaitedFor ? 3 : 10;
      expect(result.lastLine).toBe(`1 passed, ${failures + 1} failed`);
      expect(processes().length).toBeGreaterThanOrEqual(failures);
      await expectGone(processes());
    },
  );

  test('that fails once is started again, and judged by the rest', async () => {
    const { command } = broken(
      `
      const { existsSync } = require('node:fs');
      if (op === 'generate' && !existsSync('failed')) { writeFileSync('failed', ''); process.exit(9); }
      answer({ unsupported: 'all' })`,
      [],
    );
    const result = await check(['--cases', '10'], command);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('the testee exited (code 9)');
    expect(result.stdout).toContain('describe/nothing fail it lists no mode for any op');
    expect(result.lastLine).toMatch(/^\d+ passed, 2 failed$/);
  });

  test('that supports nothing of what it lists is found out', async () => {
    const { command } = broken(`answer({ unsupported: 'all' })`);
    const result = await check(['--cases', '10'], command);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(
      'describe/generate-cbc fail is listed, and nothing of it passed',
    );
    expect(result.stdout).toContain('generate/cbc/basic/');
    expect(result.stdout).toContain('says that it does not support it, and describe lists it');
    expect(result.lastLine).toMatch(/^\d+ passed, \d{2,} failed$/);
  });

  test('that crashes after an answer is found out', async () => {
    const { command } = broken(`answer({ unsupported: 'all' }); process.exitCode = 4`, []);
    const result = await check(['--cases', '0'], command);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('process/1 crash the testee exited (code 4)');
  });

  test('that does not exit at the end of its input is found out, and killed', async () => {
    const { command, processes } = broken(
      `setInterval(() => {}, 1000); answer({ unsupported: 'all' })`,
    );
    const result = await check(['--cases', '0', '--time-limit', '10'], command);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(`process/1 hang the testee did not exit within 10000 ms`);
    await expectGone(processes());
  });

  test('goes when the runner is killed by a signal', async () => {
    const { command, processes } = broken(`setInterval(() => {}, 1000)`);
    const runner = execa(process.execPath, [bin, 'check-command', '--', ...command], {
      cwd: directory,
      reject: false,
    });
    await vi.waitFor(() => expect(processes()).toHaveLength(1), { timeout: 60_000 });
    runner.kill('SIGTERM');
    expect((await runner).signal).toBe('SIGTERM');
    await expectGone(processes());
  });

  test.each([
    ['nothing', `''`, 'hang'],
    [
      'a description without modes',
      `JSON.stringify({ id: 1, ok: { protocol: 1 } }) + '\\n'`,
      'fail',
    ],
    ['a list', `JSON.stringify({ id: 1, ok: [] }) + '\\n'`, 'protocol'],
    ['an error', `JSON.stringify({ id: 1, error: { code: 'x', message: '' } }) + '\\n'`, 'fail'],
  ])('that describes itself by %s: exit 1', async (_what, text, verdict) => {
    const program = `process.stdin.once('data', () => process.stdout.write(${text})).on('end', () => process.exit())`;
    const result = await check(
      ['--time-limit', verdict === 'hang' ? '1' : '60'],
      [process.execPath, '-e', program],
    );
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(new RegExp(`^describe ${verdict} `));
    expect(result.lastLine).toMatch(/^0 passed, 1 failed$/);
  });
});

describe('what people want to see', () => {
  const program = fileURLToPath(new URL('../mutants/by-name.mjs', import.meta.url));
  const mutant = (name: string) => ['env', `MUTANT=${name}`, process.execPath, program];
  const last = 'verify/cbc/the-last-millisecond';

  test('--list names the cases with level and section, those of a testee too', async () => {
    const all = await check(['--list'], []);
    expect(all.exitCode).toBe(0);
    const lines = all.stdout.split('\n');
    expect(lines).toContain(`${last}\tMUST\tspecification 6.1`);
    expect(lines).toContain('decode/odd/json/user-id-twice\tMAY\tspecification 2.1');
    for (const line of lines) {
      expect(line).toMatch(/^[^\t]+\t(MUST|MAY)\t(specification|protocol) [\d.]+$/);
    }
    expect(new Set(lines).size).toBe(lines.length);
    const own = await check(['--list', '--only', 'wire/'], core);
    expect(own.stdout.split('\n')).toEqual(lines.filter((line) => line.startsWith('wire/')));
  });

  test('--show says what is asked and what is expected', async () => {
    const { exitCode, stdout } = await check(['--show', last], []);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`${last}: MUST, specification 6.1\nexpected: accepted`);
    expect(stdout).toContain('{"id":1,"op":"verify","serverSecret":"');
    const random = await check(['--show', 'random/generate-gcm/seed-5-case-2'], []);
    expect(random.stdout).toContain('{"id":1,"op":"generate","mode":"gcm"');
    const none = await check(['--show', 'verify/none'], []);
    expect(none).toMatchObject({ exitCode: 2, stdout: '', stderr: 'no case verify/none' });
  });

  test('--verbose shows what was sent', async () => {
    const { stdout } = await check(
      ['--verbose', '--cases', '0', '--only', last],
      mutant('clock-rounded'),
    );
    expect(stdout).toContain('  MUST, specification 6.1\n  → {"id":1,"op":"verify",');
    expect(stdout).toContain('MUST 1 passed, 1 failed; MAY 0 passed, 0 failed');
  });

  test('a random failure is made smaller', async () => {
    const only = ['--only', 'random/controlled-cbc', '--cases', '20'];
    const { stdout } = await check(only, mutant('latin-1'));
    const [first = ''] = stdout.split('\n');
    expect(first).toContain('random/controlled-cbc/seed-0-case-1 fails so too: {"id":1,');
    expect(first).toMatch(/"payload":"(\\u[0-9a-f]{4})?"/);
    expect(first).toMatch(/"effectiveTimeInSeconds":1,/);
  });

  test('--write-known writes a list that has to be given its reasons', async () => {
    const options = ['--cases', '0', '--only', last];
    await check([...options, '--write-known', 'new.json'], mutant('clock-rounded'));
    const list = JSON.parse(readFileSync(join(directory, 'new.json'), 'utf8'));
    expect(list.differences).toEqual([{ reason: 'FILL IN: refused it (Expired)', ids: [last] }]);
    const known = [...options, '--known', 'new.json'];
    const unwritten = await check(known, mutant('clock-rounded'));
    expect(unwritten.exitCode).toBe(2);
    expect(unwritten.stderr).toContain(`the reason of ${last} is still to be written`);
    list.differences[0].reason = 'It rounds.';
    write('new.json', list);
    expect((await check(known, mutant('clock-rounded'))).exitCode).toBe(0);
  });

  test('--html is a page without scripts, with the failures', async () => {
    const options = ['--cases', '0', '--only', 'verify/cbc/the-', '--html', 'run.html'];
    await check(options, mutant('clock-rounded'));
    const page = readFileSync(join(directory, 'run.html'), 'utf8');
    expect(page).not.toMatch(/<script|onload|javascript:/i);
    expect(page).toContain(`<code>${last}</code>`);
    expect(page).toContain('1 failed, ');
  });

  test.each([
    ['unlisted-control-ignored', 'refusal/generate/cbc/iv'],
    ['byte-order-mark-before-a-line', 'describe'],
    ['line-ends-of-windows', 'describe'],
    ['secret-in-the-message', 'wire/op-Generate'],
    ['secret-on-stderr', 'leak/stderr-secret'],
  ])('%s fails', async (name, id) => {
    const options = ['--cases', '0', '--only', id === 'leak/stderr-secret' ? 'wire/op' : id];
    const { exitCode, stdout } = await check(options, mutant(name));
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(new RegExp(`^${id} (fail|garbage) `, 'm'));
  });
});

describe('wrong usage: exit 2, nothing on stdout', () => {
  const badJson = write('bad.json', { format: 'token04-known/2', differences: [] });
  const twice = write('twice.json', {
    format: 'token04-known/1',
    differences: [{ reason: 'r', ids: ['a', 'a'] }],
  });
  test.each([
    ['no command', [], []],
    ['a command that there is not', [], ['./no-such-program']],
    ['a report of an unknown kind', ['--report', 'report.txt'], core],
    ['a negative number of cases', ['--cases', '-1'], core],
    ['a shard that there is not', ['--shard', '3/2'], core],
    ['a list that there is not', ['--known', 'none.json'], core],
    ['a list of another format', ['--known', badJson], core],
    ['a list with an id twice', ['--known', twice], core],
    ['an unknown option', ['--fast'], core],
    ['a case that there is not', ['--only', 'nothing'], core],
  ])('%s', async (_what, options, command) => {
    const result = await check(options, command);
    expect(result).toMatchObject({ exitCode: 2, stdout: '' });
    expect(result.stderr).not.toBe('');
  });

  test('a report that cannot be written', async () => {
    const only = ['--cases', '0', '--only', 'leak/'];
    const result = await check([...only, '--report', 'none/report.json'], core);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toBe('none/report.json: cannot be written (ENOENT)');
  });
});

/** Whoever inherits an orphan may take a while to notice its end. */
async function expectGone(pids: readonly number[]): Promise<void> {
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 60_000 });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
