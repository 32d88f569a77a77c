import { createIssuer, createKitToken, roomPayload } from '@token04/core/web';

/** What can be tried out, in the order in which it is offered. */
export const SAMPLES = ['good', 'expired', 'otherSecret', 'plusLost', 'cut', 'kit', 'jwt'] as const;
export type SampleName = (typeof SAMPLES)[number];

/** What a sample fills in. */
export interface Sample {
  readonly token: string;
  readonly secret: string;
  readonly appId: string;
  readonly userId: string;
  readonly roomId: string;
  readonly streamId: string;
}

const APP_ID = 1234567890;
const USER_ID = 'demo_1';
const ROOM_ID = 'lobby';
const STREAM_ID = 'camera';
/** The secret of the specification's example, which protects nothing. */
const SECRET = 'fa94dd0f974cf2e293728a526b028271';
const ANOTHER_SECRET = '0123456789abcdef0123456789abcdef';
/** A token of this app and user that was good for two hours from January 1, 2026, 00:00 UTC. */
const EXPIRED =
  '04AAAAAGlV1SAADJ88UeB6uNJGwVgOfQB/v+Z9+ijCcIV3XlZKC9CnFdVyHi6VC5Sz+dJ067jV5d/6pBq5GEag/jYdlsmHPbczWvj8cwMUS93yO/YGWanilJEG2CBAw0hl4C1r6UBXRsa/dW9td5OhYRPMY0HnN+NXO8CwqQNQGhCPGVieW04khjYdlctubhrJblJpfcZ7mAE=';
/** Nearly every token has a plus, as one in 64 of its 200 random characters is one. */
const MOST_TRIES = 100;

const NOBODY: Omit<Sample, 'token'> = {
  secret: '',
  appId: '',
  userId: '',
  roomId: '',
  streamId: '',
};
const USER = { ...NOBODY, secret: SECRET, appId: String(APP_ID), userId: USER_ID };

export async function makeSample(name: SampleName): Promise<Sample> {
  switch (name) {
    case 'good':
      return {
        ...USER,
        token: await issue(SECRET, true),
        roomId: ROOM_ID,
        streamId: STREAM_ID,
      };
    case 'expired':
      return { ...USER, token: EXPIRED };
    case 'otherSecret':
      return { ...USER, token: await issue(ANOTHER_SECRET) };
    case 'plusLost':
      return { ...USER, token: (await issueWithPlus()).replaceAll('+', ' ') };
    case 'cut':
      return { ...USER, token: (await issue(SECRET)).slice(0, 128) };
    case 'kit': {
      const token = await issue(SECRET);
      const kit = { appId: APP_ID, userId: USER_ID, roomId: ROOM_ID, userName: '小明' };
      return { ...USER, token: createKitToken({ token, ...kit }), roomId: ROOM_ID };
    }
    case 'jwt':
      return { ...NOBODY, token: jwt() };
  }
}

async function issue(serverSecret: string, isForRoom = false): Promise<string> {
  const issuer = createIssuer({ appId: APP_ID, serverSecret, mode: 'gcm' });
  const payload = roomPayload({
    roomId: ROOM_ID,
    login: true,
    publish: true,
    streamIds: [STREAM_ID],
  });
  return issuer.issue({
    userId: USER_ID,
    effectiveTimeInSeconds: 3600,
    payload: isForRoom ? payload : '',
  });
}

async function issueWithPlus(): Promise<string> {
  let token = '';
  for (let tries = 0; tries < MOST_TRIES && !token.includes('+'); tries++) {
    token = await issue(SECRET);
  }
  return token;
}

/** A JWT such as an endpoint makes that does not know token04; its signature is made up. */
function jwt(): string {
  const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll('=', '');
  const claims = { app_id: APP_ID, user_id: USER_ID, room_id: ROOM_ID, exp: 4_102_444_800 };
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.${'A'.repeat(43)}`;
}
