import { authorizeRoom, type Decision, parseRoomPayload } from '@token04/core/web';
import type { Diagnosis, FindingId } from '@token04/doctor';
import { checks, expected } from './questions.ts';

/** Whether the user may log in to the room, and publish there. */
export interface Permissions {
  readonly login: boolean;
  readonly publish: boolean;
  /** The first that is denied, login before publish. */
  readonly denied: readonly ['login' | 'publish', Decision] | undefined;
}

/** Faults of the privileges alone; any other fault refuses the whole token. */
const OF_THE_ROOM: ReadonlySet<FindingId> = new Set<FindingId>([
  'privilege-bit-missing',
  'privilege-bit-invalid',
  'stream-list-invalid',
  'room-mismatch',
  'login-denied',
  'publish-denied',
  'stream-not-listed',
]);

/** By the rule that was chosen; undefined where the token names no room, or cannot be read. */
export function permissionsOf({ decoded, findings }: Diagnosis): Permissions | undefined {
  const payload = decoded?.claims.payload ?? '';
  if (readOwn(payload) === undefined) return undefined;
  const { roomId, streamId } = askedFor(payload);
  const room = authorizeRoom(payload, { roomId, checks: checks.value });
  const decisions = { login: room.login, publish: room.publish(streamId) };
  const isRefused = findings.some(
    ({ severity, id }) => severity === 'error' && !OF_THE_ROOM.has(id),
  );
  const denied = (['login', 'publish'] as const).find((action) => !decisions[action].allowed);
  return {
    login: !isRefused && decisions.login.allowed,
    publish: !isRefused && decisions.publish.allowed,
    denied: denied && !isRefused ? [denied, decisions[denied]] : undefined,
  };
}

/** The room and the stream in question: those expected, or else those that the payload names. */
export function askedFor(payload: string): { roomId: string; streamId: string } {
  const own = readOwn(payload);
  return {
    roomId: expected.roomId.value || own?.roomId || '',
    streamId: expected.streamId.value || own?.streamId || '',
  };
}

/** The room that the token is for; undefined if it names none, or cannot be read. */
export function roomNamedBy({ decoded }: Diagnosis): string | undefined {
  return readOwn(decoded?.claims.payload ?? '')?.roomId;
}

function readOwn(payload: string): { roomId: string; streamId: string } | undefined {
  try {
    const { roomId, streamIds } = parseRoomPayload(payload);
    return { roomId, streamId: streamIds?.[0] ?? '' };
  } catch {
    return undefined;
  }
}
