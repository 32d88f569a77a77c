import { describe, expect, test } from 'vitest';
import { NOW, token04, tokenOf } from './run.ts';

describe('stdin', () => {
  test.each(['\n', '\r\n', ''])('a last line end %j is not part of the token', async (end) => {
    const { exitCode } = await token04(['verify', '-', '--now', String(NOW)], {
      input: tokenOf() + end,
    });
    expect(exitCode).toBe(0);
  });

  test('of more than 1,000,000 bytes, or not UTF-8, is refused', async () => {
    const large = await token04(['verify', '-'], { input: 'A'.repeat(1_000_001) });
    expect(large).toMatchObject({
      exitCode: 2,
      stderr: 'token04: stdin is larger than 1000000 bytes',
    });
    const bytes = await token04(['verify', '-'], { input: Uint8Array.of(0x30, 0x34, 0xff) });
    expect(bytes).toMatchObject({ exitCode: 2, stderr: 'token04: stdin is not text in UTF-8' });
  });
});
