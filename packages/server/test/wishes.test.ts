// Whatever a client wishes for, its token gives no more than was granted.
import { authorizeRoom, verifyToken04 } from '@token04/core';
import { seed } from '@token04/test-kit/seed';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTokenHandler, grantWithin, type Limits } from '../src/node.ts';
import { appOptions, ask, serverSecret } from './app.ts';

const RUNS = 2000;
const ROOMS = ['r1', 'r2', 'R1', 'r1 ', '__proto__', 'constructor'];
const STREAMS = ['cam', 'screen', 'Cam', '__proto__', 'toString'];
const USERS = ['demo', 'root', 'Demo', 'demo ', '__proto__'];
const LONGEST = 3600;

const name = (known: string[]) => fc.oneof(fc.constantFrom(...known), fc.string());
const junk = fc.oneof(fc.jsonValue(), fc.constantFrom(true, 1, null, ['r1'], { userId: 'root' }));
const fields = {
  userId: fc.oneof({ weight: 3, arbitrary: name(USERS) }, junk),
  roomId: fc.oneof({ weight: 5, arbitrary: name(ROOMS) }, junk),
  login: fc.oneof({ weight: 3, arbitrary: fc.boolean() }, junk),
  publish: fc.oneof({ weight: 3, arbitrary: fc.boolean() }, junk),
  streamIds: fc.oneof({ weight: 5, arbitrary: fc.array(name(STREAMS), { maxLength: 4 }) }, junk),
  effectiveTimeInSeconds: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(1, 9e15), junk),
};
const wellFormed = fc.record(
  {
    userId: fc.constantFrom(...USERS),
    roomId: fc.constantFrom(...ROOMS),
    login: fc.boolean(),
    publish: fc.boolean(),
    streamIds: fc.uniqueArray(fc.constantFrom(...STREAMS), { minLength: 1 }),
    effectiveTimeInSeconds: fc.integer({ min: 1, max: 100_000 }),
  },
  { requiredKeys: [] },
);
const extra = fc.dictionary(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'payload',
    'rooms',
    'identityToken',
    'x',
  ),
  junk,
  { noNullPrototype: false, maxKeys: 2 },
);
const wish = fc.oneof(
  { weight: 3, arbitrary: wellFormed },
  fc.record(fields, { requiredKeys: [] }),
  fc.tuple(wellFormed, extra).map(([fine, more]) => ({ ...fine, ...more })),
);

const limits: fc.Arbitrary<Limits> = fc.record(
  {
    userId: fc.constant('demo'),
    rooms: fc.uniqueArray(fc.constantFrom(...ROOMS)),
    publish: fc.boolean(),
    streamIds: fc.uniqueArray(fc.constantFrom(...STREAMS), { minLength: 1 }),
    identityToken: fc.boolean(),
    maxEffectiveTimeInSeconds: fc.constant(LONGEST),
  },
  { requiredKeys: ['userId', 'rooms', 'maxEffectiveTimeInSeconds'] },
);

test('a token gives no more than grantWithin allows', async () => {
  const statuses = new Map<number, number>();
  const property = fc.asyncProperty(limits, wish, async (most, wanted) => {
    const handle = createTokenHandler({
      ...appOptions,
      grant: (_, checked) => grantWithin(most, checked),
    });
    // As text, so that a `__proto__` is sent as any other key.
    const response = await handle(ask(JSON.stringify(wanted)));
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.status !== 200) {
      expect([400, 403]).toContain(response.status);
      return;
    }
    const { token, userId, expiresAt } = await response.json();
    // At a moment when a token of one second is good, however long the answer took.
    const claims = verifyToken04(token, { serverSecret, userId: 'demo', now: expiresAt - 1 });
    expect(userId).toBe('demo');
    expect(claims.expire - claims.ctime).toBeLessThanOrEqual(LONGEST);
    if (claims.payload === '') {
      expect(most.identityToken).toBe(true);
      return;
    }
    for (const roomId of ROOMS) {
      const room = authorizeRoom(claims.payload, { roomId, requirePrivileges: true });
      if (!most.rooms.includes(roomId)) {
        expect(room.login.allowed).toBe(false);
        expect(STREAMS.some((stream) => room.publish(stream).allowed)).toBe(false);
      }
      for (const stream of [...STREAMS, 'any other']) {
        if (!room.publish(stream).allowed) continue;
        expect(most.publish).toBe(true);
        if (most.streamIds) expect(most.streamIds).toContain(stream);
      }
    }
  });
  await fc.assert(property, { seed, numRuns: RUNS });
  // All three ways were taken, and often.
  for (const status of [200, 400, 403]) {
    expect(statuses.get(status)).toBeGreaterThan(RUNS / 20);
  }
});

test('what lies within the limits is granted as it was wished', () => {
  const most: Limits = {
    userId: 'demo',
    rooms: ['r1', 'r2'],
    publish: true,
    streamIds: ['cam', 'screen'],
    maxEffectiveTimeInSeconds: LONGEST,
  };
  const granted = grantWithin(most, {
    userId: 'demo',
    roomId: 'r2',
    login: false,
    publish: true,
    streamIds: ['cam'],
    effectiveTimeInSeconds: 60,
  });
  expect(granted).toEqual({
    userId: 'demo',
    effectiveTimeInSeconds: 60,
    payload: '{"room_id":"r2","privilege":{"1":0,"2":1},"stream_id_list":["cam"]}',
  });
});

test.each<[string, Partial<Limits>, object]>([
  ['another user', {}, { userId: 'root', roomId: 'r1' }],
  ['another room', {}, { roomId: 'r2' }],
  ['no room', {}, {}],
  ['publishing', {}, { roomId: 'r1', publish: true }],
  [
    'a stream',
    { publish: true, streamIds: ['cam'] },
    { roomId: 'r1', publish: true, streamIds: ['x'] },
  ],
  ['publishing without a room', { publish: true, identityToken: true }, { publish: true }],
])('%s that is not within the limits is refused', (_what, more, wanted) => {
  const most = { userId: 'demo', rooms: ['r1'], maxEffectiveTimeInSeconds: LONGEST, ...more };
  expect(grantWithin(most, wanted)).toBeNull();
});

test('grantWithin without wishes grants what is left when nothing is asked for', () => {
  const limits = { userId: 'demo', rooms: ['r1'], maxEffectiveTimeInSeconds: 60 };
  expect(grantWithin(limits)).toBeNull();
  expect(grantWithin({ ...limits, identityToken: true })).toEqual({
    userId: 'demo',
    effectiveTimeInSeconds: 60,
    payload: '',
  });
});

test('an empty list of streams, which ZEGO takes for any, is an error and not a grant', () => {
  const most = { userId: 'demo', rooms: 'any', publish: true, streamIds: [] } as const;
  expect(() =>
    grantWithin({ ...most, maxEffectiveTimeInSeconds: 60 }, { roomId: 'r1', publish: true }),
  ).toThrow(expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument: 'streamIds' }));
});

test('an empty list of streams is an error for who does not publish, too', () => {
  const most = { userId: 'demo', rooms: 'any', streamIds: [] } as const;
  expect(() => grantWithin({ ...most, maxEffectiveTimeInSeconds: 60 }, { roomId: 'r1' })).toThrow(
    expect.objectContaining({
      argument: 'streamIds',
      message: 'streamIds must be a list of stream IDs that is not empty, got an array',
    }),
  );
});

test.each([null, 'r1', ['r1']])('a wish that is %j is named', (wanted) => {
  const most = { userId: 'demo', rooms: 'any', maxEffectiveTimeInSeconds: 60 } as const;
  expect(() => grantWithin(most, wanted as never)).toThrow(
    expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument: 'wanted' }),
  );
});

test.each([
  [
    { rooms: 'r1' },
    'rooms',
    /^rooms must be a list of room IDs, or 'any', got a string of 2 characters$/,
  ],
  [{ rooms: undefined }, 'rooms', /^rooms must be/],
  [{ publish: 'false' }, 'publish', /^publish must be true or false/],
  [{ streamIds: 'cam' }, 'streamIds', /^streamIds must be a list of stream IDs/],
  [{ userId: '' }, 'userId', /^userId must be a string that is not empty/],
  [
    { maxEffectiveTimeInSeconds: undefined },
    'maxEffectiveTimeInSeconds',
    /must be a number from 1/,
  ],
  [{ room: ['r1'] }, 'room', /^limits has no "room"; did you mean "rooms"\?$/],
])('malformed limits %j are refused', (wrong, argument, message) => {
  const most = { userId: 'demo', rooms: ['r1'], maxEffectiveTimeInSeconds: LONGEST, ...wrong };
  expect(() => grantWithin(most as never, { roomId: 'r1' })).toThrow(
    expect.objectContaining({
      code: 'ERR_TOKEN04_ARGUMENT',
      argument,
      message: expect.stringMatching(message),
    }),
  );
});
