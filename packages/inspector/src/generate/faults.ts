import {
  createIssuer,
  createKitToken,
  roomPayload,
  Token04Error,
  type Token04Request,
} from '@token04/core/web';
import type { Texts } from '../texts/en.ts';
import type { Order } from './draft.ts';

export type FaultyField = keyof Texts['errors'];

/** Good values, so that only the field that is tried can be at fault. */
const GOOD = {
  appId: 1,
  serverSecret: '0'.repeat(32),
  userId: 'u',
  effectiveTimeInSeconds: 1,
  roomId: 'r',
} as const;

/** The fields because of which the library makes no token: each is tried with good values in the others. */
export async function faultsOf(order: Order): Promise<FaultyField[]> {
  const { appId, serverSecret, userId, effectiveTimeInSeconds, roomId, streamIds } = order;
  const issue = (request: Partial<Token04Request>): Promise<string> =>
    createIssuer(GOOD_ISSUER).issue({
      userId: GOOD.userId,
      effectiveTimeInSeconds: GOOD.effectiveTimeInSeconds,
      ...request,
    });
  const payload = (): string =>
    roomPayload({ roomId: GOOD.roomId, login: true, publish: order.publish, streamIds });
  const kit = async (parts: { roomId: string; userName: string }): Promise<string> =>
    createKitToken({ token: await issue({}), appId: GOOD.appId, userId: GOOD.userId, ...parts });

  const trials: (readonly [FaultyField, () => unknown])[] = [
    ['appId', () => createIssuer({ ...GOOD_ISSUER, appId })],
    ['userId', () => issue({ userId })],
    ['serverSecret', () => createIssuer({ ...GOOD_ISSUER, serverSecret })],
    ['effectiveTimeInSeconds', () => issue({ effectiveTimeInSeconds })],
  ];
  if (order.kind === 'room') {
    trials.push(
      ['roomId', () => roomPayload({ roomId })],
      ['streamIds', payload],
      ['payload', () => issue({ payload: payload() })],
    );
  }
  if (order.kind === 'kit') {
    trials.push(
      ['roomId', () => kit({ roomId, userName: '' })],
      ['userName', () => kit({ roomId: GOOD.roomId, userName: order.userName })],
    );
  }
  const outcomes = await Promise.all(
    trials.map(async ([field, trial]) => [field, await fails(trial)] as const),
  );
  const faulty = outcomes.filter(([, isFaulty]) => isFaulty).map(([field]) => field);
  // With bad stream IDs there is no payload that could be too large.
  return faulty.includes('streamIds') ? faulty.filter((field) => field !== 'payload') : faulty;
}

const GOOD_ISSUER = { appId: GOOD.appId, serverSecret: GOOD.serverSecret };

async function fails(trial: () => unknown): Promise<boolean> {
  try {
    await trial();
    return false;
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error;
    return true;
  }
}
