import { Writable } from 'node:stream';
import { until } from '@token04/test-kit/until';
import { expect, test } from 'vitest';
import { createLogOutput } from '../src/ready/log-output.ts';
import { printable } from '../src/ready/printable.ts';

test.each([
  ['C0', 'a\u0007\u001b[31m\r', 'a\\u0007\\u001b[31m\\u000d'],
  ['DEL and C1', '\u007f\u0085\u009b2J', '\\u007f\\u0085\\u009b2J'],
  ['bidi controls', '\u202egpj.exe\u2066\u200f', '\\u202egpj.exe\\u2066\\u200f'],
  ['line separators', '\u2028\u2029', '\\u2028\\u2029'],
  ['other blanks', '\u00a0\u3000\u2800\u1680\ufeff', '\\u00a0\\u3000\\u2800\\u1680\\ufeff'],
  [
    'what is drawn as nothing',
    '\u200b\u2060\u00ad\u3164\u115f\u034f\ufe0f',
    '\\u200b\\u2060\\u00ad\\u3164\\u115f\\u034f\\ufe0f',
  ],
  ['tags above the first plane', '\u{e0041}', '\\udb40\\udc41'],
  ['half a pair', '\ud800', '\\ud800'],
])('%s are escaped', (_what, text, escaped) => {
  expect(printable(text)).toBe(escaped);
  expect(JSON.parse(`"${printable(text)}"`)).toBe(text);
});

test('what can be read stays as it is, line by line', () => {
  const text = 'rôle Δ 小明 😀 "x"\n{"a":1}\n';
  expect(printable(text)).toBe(text);
});

/** Takes what is written to it one by one, when it is told to. */
class Reader extends Writable {
  readonly texts: string[] = [];
  #taken: (() => void) | undefined;

  override _write(chunk: Buffer, _encoding: string, taken: () => void): void {
    this.texts.push(chunk.toString());
    this.#taken = taken;
  }
  take(): void {
    this.#taken?.();
  }
}

test('lines of one turn are written at once', async () => {
  const reader = new Reader();
  const output = createLogOutput(reader);
  output.write('one\n');
  output.write('two\u009b\n');
  await until(() => reader.texts.length > 0);
  expect(reader.texts).toEqual(['one\ntwo\\u009b\n']);
});

test('a reader who does not read keeps nobody waiting, and is told what is missing', async () => {
  const reader = new Reader();
  const output = createLogOutput(reader);
  const line = `${'x'.repeat(1023)}\n`;
  output.write(line);
  await until(() => reader.texts.length === 1);
  for (let i = 0; i < 10_000; i++) output.write(line);
  await output.end();
  expect(reader.texts).toHaveLength(1);

  reader.take();
  await until(() => reader.texts.length === 2);
  const lines = reader.texts[1]?.trim().split('\n') ?? [];
  const { msg, lines: dropped } = JSON.parse(lines.pop() as string);
  expect(msg).toBe('log lines dropped');
  expect(lines.length + dropped).toBe(10_000);
  // About 4 MB of them wait.
  expect(lines).toHaveLength(4097);
});

test('an output that fails is not heard of again', async () => {
  let writes = 0;
  const output = createLogOutput(
    new Writable({
      write(_chunk, _encoding, written) {
        writes++;
        written(new Error('EPIPE'));
      },
    }),
  );
  output.write('one\n');
  await until(() => writes === 1);
  output.write('two\n');
  await output.end();
});
