import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { AREAS } from '../../src/testees-report.ts';
import { check, directory, write } from '../check-command.ts';
import { core, mutant } from '../programs.ts';

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

  test('two shards have all random cases of the whole between them', async () => {
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
  const rounding = mutant('clock-rounded');
  const list = (ids: string[]) => ({
    format: 'token04-known/1',
    differences: [{ reason: 'it rounds', ids }],
  });
  const differing = ['verify/cbc/the-last-millisecond'];
  const only = ['--cases', '0', '--only', 'verify/cbc/the-'];

  test('without a list: exit 1, with the names of the cases', async () => {
    const result = await check(only, rounding);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain(`${differing[0]} fail refused it (Expired)`);
    expect(result.lastLine).toMatch(/^\d+ passed, 1 failed$/);
  });

  test('with a list: exit 0, with the reason', async () => {
    const result = await check([...only, '--known', write('all.json', list(differing))], rounding);
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('known in 1 cases: it rounds');
    expect(result.lastLine).toMatch(/^\d+ passed, 0 failed$/);
  });

  test('a listed case that no longer differs fails, and so does one that does not exist', async () => {
    const stale = [...differing, 'verify/cbc/the-last-second', 'verify/cbc/the-case-of-nobody'];
    const known = write('stale.json', list(stale));
    const result = await check([...only, '--known', known], rounding);
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

describe('what the options show and write', () => {
  const last = 'verify/cbc/the-last-millisecond';

  test('--list names the cases with level and section; of a testee, those for it', async () => {
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
    expect(stdout).toMatch(/\ndecrypted 1: "\{\\"app_id\\":7,/);
    const damaged = await check(['--show', 'decode/invalid/claims/names-with-nul'], []);
    expect(damaged.stdout).toContain('decrypted 1: "{\\"app_id\\\\u0000\\":1,');
    const cut = await check(['--show', 'decode/invalid/version/prefix-alone'], []);
    expect(cut.stdout).not.toContain('decrypted');
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

  test('the first random failure of a kind is shown as small as it can be made', async () => {
    const only = ['--only', 'random/controlled-cbc', '--cases', '20'];
    const { stdout } = await check(only, mutant('latin-1'));
    const [first = ''] = stdout.split('\n');
    expect(first).toContain('random/controlled-cbc/seed-0-case-1 fails so too: {"id":1,');
    expect(first).toMatch(/"payload":"(\\u[0-9a-f]{4})?"/);
    expect(first).toMatch(/"effectiveTimeInSeconds":1,/);
  });

  test('--write-known writes a list that is refused until its reasons are written', async () => {
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

  test('--html writes a page with the failures and without scripts', async () => {
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
  ])('the fault %s fails the case %s', async (name, id) => {
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
    ['a command that does not exist', [], ['./no-such-program']],
    ['a report of an unknown kind', ['--report', 'report.txt'], core],
    ['a negative number of cases', ['--cases', '-1'], core],
    ['a shard beyond their number', ['--shard', '3/2'], core],
    ['a list that does not exist', ['--known', 'none.json'], core],
    ['a list of another format', ['--known', badJson], core],
    ['a list with an id twice', ['--known', twice], core],
    ['an unknown option', ['--fast'], core],
    ['a start that no case has', ['--only', 'nothing'], core],
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
