import { expect, test } from 'vitest';
import { remember } from '../src/node/remember.ts';

test('the eight secrets used last are remembered, and no more', () => {
  const made: string[] = [];
  const get = remember((secret) => {
    made.push(secret);
    return { secret };
  });
  const secrets = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  for (const secret of [...secrets, ...secrets]) expect(get(secret).secret).toBe(secret);
  expect(made).toEqual(secrets);

  get('a'); // used again, so that b is the one used longest ago
  get('i');
  expect(made).toEqual([...secrets, 'i']);
  get('a');
  expect(made).toEqual([...secrets, 'i']);
  get('b');
  expect(made).toEqual([...secrets, 'i', 'b']);
});

test('what could not be made is not remembered', () => {
  let calls = 0;
  const get = remember(() => {
    calls++;
    throw new RangeError('bad');
  });
  for (let i = 0; i < 2; i++) expect(() => get('x')).toThrow(RangeError);
  expect(calls).toBe(2);
});
