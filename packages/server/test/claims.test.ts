// The claim `zego` of a JWT: what is no such claim is told from one that allows nothing.
import { expect, test } from 'vitest';
import { grantByClaims } from '../src/ready/grant-by-claims.ts';

const policy = { rooms: 'claims', maxEffectiveTimeInSeconds: 60, capAtJwtExp: 'no' } as const;

test.each<[unknown, number]>([
  [undefined, 0],
  [{}, 0],
  [{ rooms: [] }, 0],
  [null, 1],
  [[], 1],
  [['r1'], 1],
  ['r1', 1],
  [{ rooms: 'r1' }, 1],
  [{ rooms: ['r1'], room: 'r1' }, 1],
  [{ rooms: ['r1'], streams: [] }, 1],
])('%j allows nothing, and is told as malformed %i times', (zego, times) => {
  let told = 0;
  const caller = { userId: 'demo', claims: { zego } };
  expect(grantByClaims(policy, caller, { roomId: 'r1' }, () => told++)).toBeNull();
  expect(told).toBe(times);
});
