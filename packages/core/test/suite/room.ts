import { assert } from 'chai';
import fc from 'fast-check';
import { fails, type Suite } from './harness.ts';

const RULES = ['login', 'publish', 'both', 'from-privileges'] as const;
/** undefined: the bit is missing. */
const BITS = [0, 1, undefined, 2, '1', true] as const;
const ROOMS = ['r1', 'other', undefined, '', 5] as const;
const STREAMS = {
  null: null,
  absent: undefined,
  empty: [],
  member: ['s0', 's1'],
  other: ['s2'],
  'not-a-list': 's1',
  'not-strings': ['s1', 1],
} as const;

type Rule = (typeof RULES)[number];
type Bit = (typeof BITS)[number];
type Streams = keyof typeof STREAMS;
type Verdict = 'allowed' | 'room' | 'bit' | 'streams' | 'payload';

/**
 * The table of docs/specification.md, 5, written from its text and not from the code: a column of
 * verdicts for each rule in which an action's bit is looked at.
 */
const CHECKED: { readonly [rule in Rule]: (action: 'login' | 'publish', bit: Bit) => boolean } = {
  login: (action) => action === 'login',
  publish: (action) => action === 'publish',
  both: () => true,
  'from-privileges': (_, bit) => !(bit === 0 || bit === undefined),
};
const STREAM_VERDICTS: { readonly [streams in Streams]: Verdict } = {
  null: 'allowed',
  absent: 'allowed',
  empty: 'allowed',
  member: 'allowed',
  other: 'streams',
  'not-a-list': 'streams',
  'not-strings': 'streams',
};

function expected(
  action: 'login' | 'publish',
  rule: Rule,
  bit: Bit,
  room: (typeof ROOMS)[number],
  streams: Streams,
): Verdict {
  if (room === undefined || room === '' || room === 5) return 'payload';
  if (!CHECKED[rule](action, bit)) return 'allowed';
  if (room === 'other') return 'room';
  if (bit !== 1) return 'bit';
  return action === 'login' ? 'allowed' : STREAM_VERDICTS[streams];
}

/** `code: reason` of each. */
const REASONS: { readonly [verdict in Verdict]: RegExp } = {
  allowed: /^(not-checked: the rule does not check|allowed: the token allows) (login|publish)$/,
  room: /^room-mismatch: the token is for another room$/,
  bit: /^not-granted: the token does not allow (login|publish)$/,
  streams: /^stream-not-listed: the stream is not in stream_id_list$/,
  payload: /^room-missing: room_id is not a string, or is empty$/,
};

export function roomSuite(suite: Suite): void {
  decisionTable(suite);
  oddPayloads(suite);
  building(suite);
  monotony(suite);
}

function decisionTable({ core, test }: Suite): void {
  for (const rule of RULES) {
    test(`authorizeRoom under '${rule}': bits × rooms × streams, every row`, () => {
      let rows = 0;
      for (const login of BITS)
        for (const publish of BITS)
          for (const room of ROOMS)
            for (const streams of Object.keys(STREAMS) as Streams[]) {
              // JSON.stringify leaves out what is undefined, which is how a field goes missing.
              const payload = JSON.stringify({
                room_id: room,
                privilege: { 1: login, 2: publish, 3: 0 },
                stream_id_list: STREAMS[streams],
              });
              const options = { roomId: 'r1', checks: rule };
              const { login: l, publish: p } = core.authorizeRoom(payload, options);
              const rowName = `${rule} ${payload}`;
              for (const [action, bit, decision] of [
                ['login', login, l],
                ['publish', publish, p('s1')],
              ] as const) {
                const verdict = expected(action, rule, bit, room, streams);
                assert.equal(decision.allowed, verdict === 'allowed', `${action} ${rowName}`);
                const said = `${decision.code}: ${decision.reason}`;
                assert.match(said, REASONS[verdict], `${action} ${rowName}`);
                rows++;
              }
            }
      assert.equal(rows, 6 * 6 * 5 * 7 * 2);
      return Promise.resolve();
    });
  }
}

function oddPayloads({ core, test }: Suite): void {
  const denied = (payload: string, code: string, reason: RegExp) => {
    for (const checks of RULES) {
      const room = core.authorizeRoom(payload, { roomId: 'r1', checks });
      for (const decision of [room.login, room.publish('s1')]) {
        assert.isFalse(decision.allowed);
        assert.equal(decision.code, code);
        assert.match(decision.reason, reason);
      }
      assert.equal(room.warnings.length, 1);
    }
  };
  for (const payload of ['x', '{', ' ', '[]', '5', '"r1"', 'null', 'true']) {
    test(`authorizeRoom: the payload ${payload}`, async () => {
      denied(payload, 'payload-not-json', /client code 1002075/);
      await fails(() => core.parseRoomPayload(payload), {
        code: 'ERR_TOKEN04_PAYLOAD',
        argument: 'payload',
      });
    });
  }
  for (const privilege of ['null', '{}', '[]', '[1,1]', '5', '"1"']) {
    test(`authorizeRoom: the privilege ${privilege}`, async () => {
      const payload = `{"room_id":"r1","privilege":${privilege}}`;
      denied(payload, 'privilege-missing', /^privilege is not an object, or is empty$/);
      await fails(() => core.parseRoomPayload(payload), {
        code: 'ERR_TOKEN04_PAYLOAD',
        argument: 'payload',
      });
    });
  }
  test('authorizeRoom: an identity token', async () => {
    for (const checks of RULES) {
      const open = core.authorizeRoom('', { roomId: 'r1', checks });
      assert.deepEqual([open.login.allowed, open.publish('s').allowed], [true, true]);
      const strict = core.authorizeRoom('', { roomId: 'r1', checks, requirePrivileges: true });
      assert.deepEqual([strict.login.allowed, strict.publish('s').allowed], [false, false]);
      for (const { login } of [open, strict]) assert.equal(login.code, 'identity-token');
      assert.deepEqual(open.warnings, []);
    }
  });
  test("authorizeRoom: 'both' is the default, and rooms and streams are compared exactly", async () => {
    const payload = core.roomPayload({
      roomId: 'Room',
      login: true,
      publish: true,
      streamIds: ['Cam'],
    });
    const rooms = ['Room', 'room', ' Room', 'Room ', ''].map(
      (roomId) => core.authorizeRoom(payload, { roomId }).login.allowed,
    );
    assert.deepEqual(rooms, [true, false, false, false, false]);
    const room = core.authorizeRoom(payload, { roomId: 'Room' });
    const streams = ['Cam', 'cam', ' Cam', ''].map((stream) => room.publish(stream).allowed);
    assert.deepEqual(streams, [true, false, false, false]);
  });
  test('authorizeRoom: names that an object inherits are no room, bit or list', async () => {
    const room = core.authorizeRoom('{"room_id":"r1","privilege":{"__proto__":{"1":1,"2":1}}}', {
      roomId: 'r1',
    });
    assert.deepEqual([room.login.allowed, room.publish('s').allowed], [false, false]);
  });
  test('warnings: unknown keys, missing and malformed bits, a malformed list', async () => {
    const { warnings } = core.parseRoomPayload(
      '{"room_id":"r1","roomId":"r","privilege":{"2":2,"3":1},"stream_id_list":"s"}',
    );
    assert.deepEqual(warnings, [
      'other keys are ignored',
      'privilege "1" is missing',
      'privilege "2" is neither 0 nor 1',
      'stream_id_list is not a list of strings',
    ]);
  });

  test('an unknown key is not quoted in a warning: it may be a secret', async () => {
    const key = 'k'.repeat(32);
    const { warnings } = core.parseRoomPayload(
      `{"room_id":"r1","privilege":{"1":1,"2":1},"${key}":1}`,
    );
    assert.deepEqual(warnings, ['other keys are ignored']);
  });
  test('parseRoomPayload: the empty payload of an identity token', () =>
    fails(() => core.parseRoomPayload(''), {
      code: 'ERR_TOKEN04_PAYLOAD',
      argument: 'payload',
      message: 'an identity token has no payload',
    }));

  const payload = '{"room_id":"r1","privilege":{"1":1,"2":1}}';
  for (const argument of ['roomId', 'checks', 'requirePrivileges']) {
    test(`authorizeRoom: ${argument} present but undefined`, () =>
      fails(() => core.authorizeRoom(payload, { roomId: 'r1', [argument]: undefined } as never), {
        code: 'ERR_TOKEN04_ARGUMENT',
        argument,
      }));
  }
  test('authorizeRoom: a payload that is no string', () =>
    fails(() => core.authorizeRoom({} as never, { roomId: 'r1' }), {
      code: 'ERR_TOKEN04_PAYLOAD',
      argument: 'payload',
    }));
  test('authorizeRoom: a streamId that is no string', () =>
    fails(() => core.authorizeRoom(payload, { roomId: 'r1' }).publish(undefined as never), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'streamId',
    }));
}

function building({ core, test, seed }: Suite): void {
  test('roomPayload: the walk-through of the documentation', async () => {
    assert.equal(
      core.roomPayload({ roomId: 'demo', login: true, publish: false }),
      '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}',
    );
  });
  test('roomPayload: who logs in and does not publish need not say so', async () => {
    assert.equal(
      core.roomPayload({ roomId: 'r' }),
      core.roomPayload({ roomId: 'r', login: true, publish: false, streamIds: null }),
    );
  });
  for (const publish of [{}, { publish: false }]) {
    test(`roomPayload: streams for who may publish none: ${JSON.stringify(publish)}`, () =>
      fails(() => core.roomPayload({ roomId: 'r', streamIds: ['s'], ...publish }), {
        code: 'ERR_TOKEN04_ARGUMENT',
        argument: 'streamIds',
        message: 'streamIds must be absent without publish, got a list',
      }));
  }
  const good = { roomId: 'r1', login: true, publish: true };
  for (const [argument, values] of Object.entries({
    roomId: [undefined, null, '', 5, 'r'.repeat(128), '流'.repeat(43), '\ud800'],
    login: [undefined, 1, 'true', null],
    publish: [undefined, 0, 'false', null],
    streamIds: [undefined, [], 's1', [1], [''], ['\udc00'], {}, [undefined]],
  })) {
    for (const value of values) {
      test(`roomPayload: the ${argument} ${JSON.stringify(value)}`, () =>
        fails(() => core.roomPayload({ ...good, [argument]: value } as never), {
          code: 'ERR_TOKEN04_ARGUMENT',
          // A bad element is named itself.
          argument:
            argument === 'streamIds' && Array.isArray(value) && value.length > 0
              ? 'streamIds[0]'
              : argument,
        }));
    }
  }
  test('parseRoomPayload(roomPayload(x)) = x', () => {
    const ids = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    return fc.assert(
      fc.asyncProperty(
        fc.record({
          roomId: ids,
          login: fc.boolean(),
          publish: fc.boolean(),
          streamIds: fc.option(fc.array(ids, { minLength: 1 }), { nil: null }),
        }),
        async (privileges) => {
          fc.pre(new TextEncoder().encode(privileges.roomId).length < 128);
          fc.pre(privileges.publish || privileges.streamIds === null);
          assert.deepEqual(core.parseRoomPayload(core.roomPayload(privileges)), {
            ...privileges,
            warnings: [],
          });
        },
      ),
      { seed, numRuns: 100 },
    );
  });
}

/** Under 'both', what takes a privilege away never adds a permission. */
function monotony({ core, test, seed }: Suite): void {
  const rooms = fc.constantFrom('r1', 'r2');
  const streamIds = fc.uniqueArray(fc.constantFrom<string>('s1', 's2', 's3'), { minLength: 1 });
  const payloads = fc.record({
    roomId: rooms,
    login: fc.boolean(),
    publish: fc.boolean(),
    streamIds: fc.option(streamIds, { nil: null }),
  });
  test("under 'both', a privilege taken away never adds a permission", () =>
    fc.assert(
      fc.asyncProperty(payloads, streamIds, rooms, async (more, list, roomId) => {
        const permissions = ({ login, publish, ...privileges }: typeof more) => {
          // Not by roomPayload, which makes no list of streams for someone who may publish none.
          const payload = JSON.stringify({
            room_id: privileges.roomId,
            privilege: { 1: Number(login), 2: Number(publish) },
            stream_id_list: privileges.streamIds,
          });
          const room = core.authorizeRoom(payload, { roomId });
          return [room.login, ...['s1', 's2', 's3', 's4'].map(room.publish)].map((d) => d.allowed);
        };
        const before = permissions(more);
        const less: (typeof more)[] = [
          { ...more, login: false },
          { ...more, publish: false },
          ...(more.streamIds === null ? [{ ...more, streamIds: list }] : []),
          ...(more.streamIds !== null && more.streamIds.length > 1
            ? more.streamIds.map((taken) => ({
                ...more,
                streamIds: (more.streamIds as string[]).filter((stream) => stream !== taken),
              }))
            : []),
        ];
        for (const change of less) {
          permissions(change).forEach((allowed, i) => {
            assert.isFalse(allowed && !before[i], JSON.stringify({ more, change }));
          });
        }
      }),
      { seed, numRuns: 200 },
    ));
}
