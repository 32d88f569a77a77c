// Which product takes which ID.
import { assert } from 'chai';
import { ARGUMENT_FAULT, fails, type Suite, USER_ID_FAULT } from './harness.ts';

const PROFILES = [
  'express-native',
  'express-web',
  'zim',
  'uikit',
  'ai-agent',
  'aiagent',
  'portable',
] as const;

export function productIdSuite(suite: Suite): void {
  idsTaken(suite);
  messages(suite);
}

function idsTaken({ core, test }: Suite): void {
  const UUID = '123e4567-e89b-12d3-a456-426614174000';
  /** Which of PROFILES, in their order, take the ID. */
  for (const [userId, takers] of [
    ['demo_1', '1111111'],
    ['demo-1', '1110110'],
    ['a@b.c', '1110000'],
    ["a'b`c*d\\e", '1100000'],
    ['a:b', '0010000'],
    ['a[b]', '0010000'],
    ['a{b}|?', '0010000'],
    ['a/b', '0000000'],
    ['a"b', '0000000'],
    ['a b', '0000000'],
    ['auth0|x', '0010000'],
    ['us-east-1:x', '0010000'],
    ['张三', '0000000'],
    ['😀', '0000000'],
    ['', '0000000'],
    ['x'.repeat(32), '1111111'],
    ['x'.repeat(33), '1100000'],
    ['x'.repeat(63), '1100000'],
    ['x'.repeat(64), '0100000'],
    ['x'.repeat(65), '0000000'],
    [UUID, '1100000'],
    ['demo\n', '0000000'],
    ['\ud800', '0000000'],
  ] as const) {
    test(`checkUserId: which products take ${JSON.stringify(userId)}`, async () => {
      for (const [i, profile] of PROFILES.entries()) {
        if (takers[i] === '1') assert.equal(core.checkUserId(userId, profile), userId);
        else {
          await fails(() => core.checkUserId(userId, profile), USER_ID_FAULT);
        }
      }
    });
  }
  /** Which of express-native, express-web and portable take the ID. */
  for (const [name, id, rooms, streams] of [
    ['letters', 'cam_1-a', '111', '111'],
    ['a colon', 'a:b', '000', '000'],
    ['a hash', 'a#b', '110', '000'],
    ['Chinese', '房间😀', '000', '000'],
    ['nothing', '', '000', '000'],
    ['64', 'x'.repeat(64), '111', '111'],
    ['127', 'x'.repeat(127), '110', '110'],
    ['128', 'x'.repeat(128), '010', '110'],
    ['255', 'x'.repeat(255), '000', '110'],
    ['256', 'x'.repeat(256), '000', '010'],
    ['257', 'x'.repeat(257), '000', '000'],
  ] as const) {
    test(`checkRoomId, checkStreamId: which products take ${name}`, async () => {
      for (const [check, takers, argument] of [
        [core.checkRoomId, rooms, 'roomId'],
        [core.checkStreamId, streams, 'streamId'],
      ] as const) {
        for (const [i, profile] of (
          ['express-native', 'express-web', 'portable'] as const
        ).entries()) {
          if (takers[i] === '1') assert.equal(check(id, profile), id);
          else await fails(() => check(id, profile), { ...ARGUMENT_FAULT, argument });
        }
      }
    });
  }
  test('checkUserId refuses a profile that is none', () =>
    fails(() => core.checkUserId('demo', 'rtc' as never), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'profile',
    }));
}

function messages({ core, test }: Suite): void {
  const EXPRESS = "A-Z, a-z, 0-9, !#$%&'()*+,-.;<=>@\\^_`~";
  test("the message of checkUserId('demo-ü', 'zim')", () =>
    fails(() => core.checkUserId('demo-ü', 'zim'), {
      ...USER_ID_FAULT,
      message:
        'userId must be 1 to 32 of A-Z, a-z, 0-9, !#$%&()+-:;<=.>?@[]^_{}|~ (zim), ' +
        'got a string with "ü"',
    }));
  test("the message of checkUserId('auth0|x', 'express-web')", () =>
    fails(() => core.checkUserId('auth0|x', 'express-web'), {
      ...USER_ID_FAULT,
      message: `userId must be 1 to 64 of ${EXPRESS} (express-web), got a string with "|"`,
    }));
  test("the message of checkRoomId('房间😀', 'express-web')", () =>
    fails(() => core.checkRoomId('房间😀', 'express-web'), {
      ...ARGUMENT_FAULT,
      argument: 'roomId',
      message: `roomId must be 1 to 128 of ${EXPRESS} (express-web), got a string with "房"`,
    }));
  test('the message of checkStreamId: a character that cannot be seen', () =>
    fails(() => core.checkStreamId('cam\u202e', 'portable'), {
      ...ARGUMENT_FAULT,
      argument: 'streamId',
      message:
        'streamId must be 1 to 64 of A-Z, a-z, 0-9, _- (portable), ' +
        'got a string with "\\u{202e}"',
    }));
  test('the message of checkUserId: too long an ID', () =>
    fails(() => core.checkUserId('x'.repeat(36), 'uikit'), {
      ...USER_ID_FAULT,
      message: 'userId must be 1 to 32 of A-Z, a-z, 0-9, _ (uikit), got a string of 36 characters',
    }));
}
