import { expect, test } from 'vitest';
import { until } from '../src/until.ts';

test('what becomes so is waited for, also where it is told by a promise', async () => {
  let looks = 0;
  await until(() => ++looks === 3);
  expect(looks).toBe(3);
  await until(async () => ++looks === 5);
  expect(looks).toBe(5);
});

test('what does not become so within the limit is an error that shows what was waited for', async () => {
  const isNever = () => false;
  await expect(until(isNever, 30)).rejects.toThrow('not so after 30 ms: () => false');
});
