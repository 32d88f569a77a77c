import { expect, test } from 'vitest';
import { startTestee, type Testee, TesteeError } from '../../src/index.ts';
import { isAlive } from '../programs.ts';

/** In milliseconds: so long that only a hang takes it. */
const PATIENCE = 60_000;

/** A testee whose answer to each request is what the JavaScript expression makes of it. */
function testee(answer: string, timeLimit = PATIENCE): Testee {
  const program = `
    let text = '';
    process.stdin.setEncoding('utf8').on('data', (chunk) => {
      const lines = (text + chunk).split('\\n');
      text = lines.pop();
      for (const line of lines) {
        const request = JSON.parse(line);
        process.stdout.write(${answer});
      }
    });`;
  return startTestee(process.execPath, ['-e', program], { timeLimit });
}

const echo = `JSON.stringify({ id: request.id, ok: request }) + '\\n'`;

test('answers come in order, many under way at a time, in all of Unicode', async () => {
  const { request, end } = testee(echo);
  const texts = Array.from({ length: 500 }, (_, index) => `${index} \0\u2028中😀\ud800`);
  const answers = await Promise.all(texts.map((text) => request('say', { text })));
  await end();
  expect(answers.map(({ ok }) => ok?.['text'])).toEqual(texts);
  expect(answers[0]?.ok?.['op']).toBe('say');
});

test('a large request and a large answer pass', async () => {
  const { request, end } = testee(echo);
  const text = 'x'.repeat(500_000);
  expect((await request('say', { text })).ok?.['text']).toBe(text);
  await end();
});

test.each([
  ['hangs', `''`, 'hang', 'no answer within 300 ms'],
  ['exits', 'process.exit(3)', 'crash', 'the testee exited (code 3)'],
  ['is killed', `process.kill(process.pid, 'SIGTERM')`, 'crash', 'the testee exited (SIGTERM)'],
  ['answers with no JSON', `'ok\\n'`, 'garbage', 'a line is not a JSON object in UTF-8'],
  ['answers with null', `'null\\n'`, 'garbage', 'a line is not a JSON object in UTF-8'],
  ['answers half a line', `'{"id":1,"ok"'`, 'half-line', 'stopped in the middle of a line'],
  [
    'exits within a line',
    `'{"id":1,"ok"', () => process.exit()`,
    'half-line',
    'stopped in the middle of a line',
  ],
  ['answers to another request', `'{"id":9,"ok":{}}\\n'`, 'protocol', 'a line is not the answer'],
  ['answers in two ways', `'{"id":1,"ok":{},"error":{}}\\n'`, 'protocol', 'a line is not the'],
  [
    'answers nothing',
    `'{"id":1}\\n'`,
    'protocol',
    'a line is not the answer to the request: ok, error',
  ],
  [
    'answers in Latin-1',
    `Buffer.from('{"id":1,"ok":"\\u00e9"}\\n', 'latin1')`,
    'garbage',
    'a line is',
  ],
  [
    'answers without an end',
    `'x'.repeat(1e8)`,
    'endless-line',
    'a line is longer than 1048576 bytes',
  ],
])(
  'a testee that %s: every request is rejected, and it is ended',
  async (_what, answer, reason, message) => {
    // Any time is long enough to see a hang; half a line must have come before the time is over.
    const { request, end } = testee(answer, { hang: 300, 'half-line': 5000 }[reason]);
    const results = await Promise.allSettled(Array.from({ length: 40 }, () => request('say')));
    for (const result of results) {
      expect(result).toEqual({ status: 'rejected', reason: expect.any(TesteeError) });
    }
    await expect(request('say')).rejects.toMatchObject({
      reason,
      message: expect.stringContaining(message),
    });
    await end();
  },
);

test('a line that nobody asked for breaks the protocol', async () => {
  const { request, end } = testee(`${echo} + ${echo}`);
  await request('say').catch(() => {});
  await expect(request('say')).rejects.toMatchObject({ reason: 'protocol' });
  await end();
});

test('a program that does not exist cannot be started', async () => {
  const { request, end } = startTestee('/nowhere/testee');
  await expect(request('say')).rejects.toMatchObject({
    reason: 'start',
    message: 'the testee cannot be started (ENOENT)',
  });
  await end();
});

test('a testee that does not exit at the end of its input is killed', async () => {
  const program = `setInterval(() => {}, 1000); process.stdout.write('{"id":1,"ok":{"pid":' + process.pid + '}}\\n')`;
  const { request, end } = startTestee(process.execPath, ['-e', program], { timeLimit: 5000 });
  const pid = Number((await request('pid')).ok?.['pid']);
  await end();
  await expect.poll(() => isAlive(pid)).toBe(false);
});
