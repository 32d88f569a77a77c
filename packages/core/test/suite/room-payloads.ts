// The privilege payload, read and written.
import { assert } from 'chai';
import fc from 'fast-check';
import { ARGUMENT_FAULT, fails, PAYLOAD_FAULT, type Suite } from './harness.ts';
import { RULES } from './room-decisions.ts';

export function roomPayloadSuite(suite: Suite): void {
  oddPayloads(suite);
  building(suite);
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
    test(`authorizeRoom: the payload ${payload} grants nothing`, async () => {
      denied(payload, 'payload-not-json', /client code 1002075/);
      await fails(() => core.parseRoomPayload(payload), PAYLOAD_FAULT);
    });
  }
  for (const privilege of ['null', '{}', '[]', '[1,1]', '5', '"1"']) {
    test(`authorizeRoom: the privilege ${privilege} grants nothing`, async () => {
      const payload = `{"room_id":"r1","privilege":${privilege}}`;
      denied(payload, 'privilege-missing', /^privilege is not an object, or is empty$/);
      await fails(() => core.parseRoomPayload(payload), PAYLOAD_FAULT);
    });
  }
  test('authorizeRoom: an identity token may do all unless privileges are required', async () => {
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
  test('parseRoomPayload warns of unknown keys, missing and malformed bits, a malformed list', async () => {
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
  test('parseRoomPayload refuses the empty payload of an identity token', () =>
    fails(() => core.parseRoomPayload(''), {
      code: 'ERR_TOKEN04_PAYLOAD',
      argument: 'payload',
      message: 'an identity token has no payload',
    }));

  const payload = '{"room_id":"r1","privilege":{"1":1,"2":1}}';
  for (const argument of ['roomId', 'checks', 'requirePrivileges']) {
    test(`authorizeRoom: ${argument} present but undefined is refused`, () =>
      fails(() => core.authorizeRoom(payload, { roomId: 'r1', [argument]: undefined } as never), {
        ...ARGUMENT_FAULT,
        argument,
      }));
  }
  test('authorizeRoom: a payload that is no string is refused', () =>
    fails(() => core.authorizeRoom({} as never, { roomId: 'r1' }), PAYLOAD_FAULT));
  test('authorizeRoom: a streamId that is no string is refused', () =>
    fails(() => core.authorizeRoom(payload, { roomId: 'r1' }).publish(undefined as never), {
      ...ARGUMENT_FAULT,
      argument: 'streamId',
    }));
}

function building({ core, test, seed }: Suite): void {
  test('roomPayload makes what the walk-through of the documentation shows', async () => {
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
    test(`roomPayload refuses streams for who may publish none: ${JSON.stringify(publish)}`, () =>
      fails(() => core.roomPayload({ roomId: 'r', streamIds: ['s'], ...publish }), {
        ...ARGUMENT_FAULT,
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
      test(`roomPayload refuses the ${argument} ${JSON.stringify(value)}`, () =>
        fails(() => core.roomPayload({ ...good, [argument]: value } as never), {
          ...ARGUMENT_FAULT,
          // A bad element is named itself.
          argument:
            argument === 'streamIds' && Array.isArray(value) && value.length > 0
              ? 'streamIds[0]'
              : argument,
        }));
    }
  }
  test('parseRoomPayload(roomPayload(x)) = x, and the text is that of JSON.stringify', () => {
    const graphemes = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    // With all that JSON escapes.
    const ids = fc.oneof(graphemes, fc.string({ unit: 'binary-ascii', minLength: 1 }));
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
          const payload = core.roomPayload(privileges);
          const { roomId, login, publish, streamIds } = privileges;
          const bits = { 1: login ? 1 : 0, 2: publish ? 1 : 0 };
          const fields = { room_id: roomId, privilege: bits, stream_id_list: streamIds };
          assert.equal(payload, JSON.stringify(fields));
          assert.deepEqual(core.parseRoomPayload(payload), { ...privileges, warnings: [] });
        },
      ),
      { seed, numRuns: 100 },
    );
  });
}
