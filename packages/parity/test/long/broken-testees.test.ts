// Testees that break, each in its way, under the built command. The same faults under the library, with
// shorter limits of time, are in testee.test.ts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, test, vi } from 'vitest';
import { check, directory } from '../check-command.ts';
import { bin, isAlive } from '../programs.ts';

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
      // Only these verdicts come by time; no other must be cut short by it.
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

/** In a while: whoever inherits an orphan may take a moment to notice its end. */
async function expectGone(pids: readonly number[]): Promise<void> {
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 60_000 });
}
