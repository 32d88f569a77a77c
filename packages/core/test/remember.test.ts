import { expect, test } from 'vitest';
import { remember } from '../src/node/remember.ts';

test('eight secrets are remembered, and no more', () => {
  const made: string[] = [];
  const get = remember((secret) => {
    made.push(secret);
    return { secret };
  });
  const secrets = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  for (const secret of [...secrets, ...secrets]) expect(get(secret).secret).toBe(secret);
  expect(made).toEqual(secrets);

  get('i'); // one more, and all are forgotten
  get('i');
  get('a');
  expect(made).toEqual([...secrets, 'i', 'a']);
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
