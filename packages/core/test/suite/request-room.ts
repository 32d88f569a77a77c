import { assert } from 'chai';
import { APP_ID, ARGUMENT_FAULT, fails, SECRET, type Suite, USER_ID } from './harness.ts';

const GOOD = { userId: USER_ID, effectiveTimeInSeconds: 60 };

export function requestRoomSuite({ core, test }: Suite): void {
  const issuer = () => core.createIssuer({ appId: APP_ID, serverSecret: SECRET, mode: 'gcm' });

  test('room in a request is what roomPayload makes of it', async () => {
    for (const room of [
      { roomId: 'r' },
      { roomId: 'r', login: false },
      { roomId: 'r', publish: true, streamIds: ['a', 'b'] },
    ]) {
      const request = { ...GOOD, room };
      const { token, ctime, expire } = await issuer().issueWithTimes(request);
      const tokens = [
        token,
        await issuer().issue(request),
        ...(await issuer().issueMany([request])),
      ];
      for (const one of tokens) {
        const { claims } = await core.decodeToken04(one, SECRET);
        assert.equal(claims.payload, core.roomPayload(room));
      }
      const { claims } = await core.decodeToken04(token, SECRET);
      assert.deepEqual({ ctime, expire }, { ctime: claims.ctime, expire: claims.expire });
      assert.equal(expire - ctime, GOOD.effectiveTimeInSeconds);
    }
  });
  const rows: readonly (readonly [string, object, string, string])[] = [
    [
      'room and payload',
      { room: { roomId: 'r' }, payload: '' },
      'room',
      'room must be absent with a payload, got an object',
    ],
    [
      'a payload and room: undefined',
      { room: undefined, payload: 'p' },
      'room',
      'room must be absent with a payload, got undefined',
    ],
    ['room: undefined', { room: undefined }, 'room', 'got undefined'],
    ['room: null', { room: null }, 'room', 'got null'],
    ['room: a string', { room: 'r' }, 'room', 'got the string "r"'],
    [
      'login: undefined',
      { room: { roomId: 'r', login: undefined } },
      'room.login',
      'got undefined',
    ],
    [
      'publish: undefined',
      { room: { roomId: 'r', publish: undefined } },
      'room.publish',
      'room.publish must be absent or defined, got undefined',
    ],
    ['an empty roomId', { room: { roomId: '' } }, 'room.roomId', 'got the string ""'],
    [
      'streamIds without publish',
      { room: { roomId: 'r', streamIds: ['s'] } },
      'room.streamIds',
      'room.streamIds must be absent without publish, got a list',
    ],
    [
      'a stream that is none',
      { room: { roomId: 'r', publish: true, streamIds: ['s', 5] } },
      'room.streamIds[1]',
      'room.streamIds[1] must be a well-formed string, not empty, got 5',
    ],
  ];
  for (const [name, change, argument, end] of rows) {
    test(`issue refuses a request with ${name}`, async () => {
      const request = { ...GOOD, ...change } as never;
      await fails(() => issuer().issue(request), { ...ARGUMENT_FAULT, argument, messageEnd: end });
      await fails(() => issuer().issueMany([request]), {
        ...ARGUMENT_FAULT,
        argument: `requests[0].${argument}`,
      });
    });
  }
}
