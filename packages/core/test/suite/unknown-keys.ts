import { APP_ID, ARGUMENT_FAULT, fails, SECRET, type Suite, USER_ID } from './harness.ts';

const GOOD = { userId: USER_ID, effectiveTimeInSeconds: 60 };
const REQUEST_FIELDS = 'userId, effectiveTimeInSeconds, payload, room, allowLongLived';

export function unknownKeySuite({ core, test }: Suite): void {
  const issuer = () => core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
  const key = 'k'.repeat(32);
  const rows: readonly (readonly [string, () => unknown, string, string])[] = [
    [
      'createIssuer({ appID })',
      () => core.createIssuer({ appID: APP_ID, serverSecret: SECRET } as never),
      'appID',
      'options has no "appID"; did you mean "appId"?',
    ],
    [
      'issue({ userID })',
      () => issuer().issue({ ...GOOD, userID: 'x' } as never),
      'userID',
      'request has no "userID"; did you mean "userId"?',
    ],
    [
      'issue({ userID }) alone: before what is missing',
      () => issuer().issue({ userID: 'x' } as never),
      'userID',
      'request has no "userID"; did you mean "userId"?',
    ],
    [
      'issue({ ttl })',
      () => issuer().issue({ userId: USER_ID, ttl: '1h' } as never),
      'ttl',
      `request has no "ttl"; it takes ${REQUEST_FIELDS}`,
    ],
    [
      'issueMany([, { userID }])',
      () => issuer().issueMany([GOOD, { ...GOOD, userID: 'x' }] as never),
      'requests[1].userID',
      'requests[1] has no "userID"; did you mean "userId"?',
    ],
    [
      'issueWithTimes({ user_id })',
      () => issuer().issueWithTimes({ ...GOOD, user_id: 'x' } as never),
      'user_id',
      'request has no "user_id"; did you mean "userId"?',
    ],
    [
      'issue({ room: { roomID } })',
      () => issuer().issue({ ...GOOD, room: { roomID: 'r' } } as never),
      'room.roomID',
      'room has no "roomID"; did you mean "roomId"?',
    ],
    [
      'issueMany([{ room: { roomID } }])',
      () => issuer().issueMany([{ ...GOOD, room: { roomID: 'r' } }] as never),
      'requests[0].room.roomID',
      'requests[0].room has no "roomID"; did you mean "roomId"?',
    ],
    [
      'createVerifier({ mode })',
      () => core.createVerifier({ serverSecret: SECRET, mode: 'gcm' } as never),
      'mode',
      'options has no "mode"; did you mean "modes"?',
    ],
    [
      'verifyToken04(, { secret })',
      () => core.verifyToken04('04', { secret: SECRET } as never),
      'secret',
      'options has no "secret"; did you mean "serverSecret"?',
    ],
    [
      'roomPayload({ streamIDs })',
      () => core.roomPayload({ roomId: 'r', publish: true, streamIDs: ['s'] } as never),
      'streamIDs',
      'privileges has no "streamIDs"; did you mean "streamIds"?',
    ],
    [
      'authorizeRoom(, { roomID })',
      () => core.authorizeRoom('', { roomID: 'r' } as never),
      'roomID',
      'options has no "roomID"; did you mean "roomId"?',
    ],
    [
      'renewalDelay(, { lead })',
      () => core.renewalDelay(1, { lead: 1 } as never),
      'lead',
      'options has no "lead"; did you mean "leadSeconds"?',
    ],
    [
      'createKitToken({ userID })',
      () => core.createKitToken({ userID: 'u' } as never),
      'userID',
      'kit has no "userID"; did you mean "userId"?',
    ],
    [
      'generateToken04(…, { allowLonglived })',
      () => core.generateToken04(APP_ID, USER_ID, SECRET, 1, '', { allowLonglived: true } as never),
      'allowLonglived',
      'options has no "allowLonglived"; did you mean "allowLongLived"?',
    ],
    [
      'a key that may be a secret is not shown',
      () => core.createIssuer({ appId: APP_ID, serverSecret: SECRET, [key]: 1 } as never),
      'options',
      'options must be an object with appId, serverSecret, mode, got another key',
    ],
  ];
  for (const [name, call, argument, message] of rows) {
    test(`a key that is not known: ${name}`, () =>
      fails(call, { ...ARGUMENT_FAULT, argument, message }));
  }
}
