import {
  authorizeRoom,
  type Decision,
  inspectToken04,
  type KitToken,
  type RoomAuthorization,
  type Token04Claims,
  type Token04Mode,
  verifyToken04,
} from '@token04/core';
import { diagnose } from '@token04/doctor';
import { type Failure, failureOf, unwrap } from './judgement.ts';
import { type ExpectationOptions, expectationsOf, given } from './options.ts';

/** The products that the core has rules for. */
type VerifiedService = 'express' | 'zim';
export const VERIFIED_SERVICES: readonly VerifiedService[] = ['express', 'zim'];

export interface VerifyCommandOptions extends ExpectationOptions<VerifiedService> {
  mode?: Token04Mode;
  requirePrivileges?: boolean;
  secretFile?: string[];
  json?: boolean;
}

/** What `verify --json` prints. */
export interface Verdict {
  ok: boolean;
  error: Failure | null;
  mode: Token04Mode | null;
  claims: Token04Claims | null;
  kit: Omit<KitToken, 'token'> | null;
  room: RoomVerdict | null;
}

interface RoomVerdict {
  roomId: string;
  login: Decision;
  publish: ({ streamId: string } & Decision) | null;
  warnings: string[];
}

/** Whether the token in the input is good, by the secrets and by what the options of `verify` expect. */
export async function judge(
  input: string,
  serverSecret: readonly string[],
  options: VerifyCommandOptions,
): Promise<Verdict> {
  const verdict: Verdict = {
    ok: false,
    error: null,
    mode: null,
    claims: null,
    kit: null,
    room: null,
  };
  try {
    const { token, kit } = unwrap(input);
    const claims = verifyToken04(token, {
      serverSecret,
      ...given({
        appId: options.appId,
        userId: options.user,
        modes: options.mode && [options.mode],
        service: options.service,
        now: options.now,
        clockToleranceInSeconds: options.tolerance,
      }),
    });
    Object.assign(verdict, { mode: inspectToken04(token).mode, claims, kit });
    verdict.room = authorize(claims, options);
  } catch (error) {
    verdict.error = failureOf(error);
  }
  verdict.error ??= kitFailure(verdict, options) ?? roomFailure(verdict.room);
  verdict.ok = verdict.error === null;
  if (verdict.error && (verdict.error.code === null || input.includes('#'))) {
    verdict.error.clientCodes = await codesInTheApp(input, serverSecret, options);
  }
  return verdict;
}

/** The codes that an app shows, by the doctor: the core has none for rooms and kit tokens. */
async function codesInTheApp(
  input: string,
  serverSecret: readonly string[],
  options: VerifyCommandOptions,
): Promise<number[]> {
  const { findings } = await diagnose(input, { serverSecret, ...expectationsOf(options) });
  // The most important finding comes first; findings without codes are no reason to refuse a token.
  const shown = findings.find(({ clientCodes }) => clientCodes.length > 0);
  return shown?.clientCodes ?? [];
}

function authorize({ payload }: Token04Claims, options: VerifyCommandOptions): RoomVerdict | null {
  const { room: roomId, publish: streamId, rule: checks, requirePrivileges } = options;
  if (roomId === undefined) return null;
  const room: RoomAuthorization = authorizeRoom(payload, {
    roomId,
    ...given({ checks, requirePrivileges }),
  });
  const publish = streamId === undefined ? null : { streamId, ...room.publish(streamId) };
  return { roomId, login: room.login, publish, warnings: room.warnings };
}

function kitFailure({ kit, claims }: Verdict, options: VerifyCommandOptions): Failure | null {
  if (kit === null || claims === null) return null;
  if (options.service !== undefined) {
    return refusal('kit', 'only UIKit takes a kit token; pass the part before the #');
  }
  if (kit.appId !== claims.appId || kit.userId !== claims.userId) {
    return refusal('kit', 'the kit token names another app or user than the token in it');
  }
  if (options.room !== undefined && options.room !== kit.roomId) {
    return refusal('kit', 'the kit token is for another room');
  }
  return null;
}

function roomFailure(room: RoomVerdict | null): Failure | null {
  if (room?.login.allowed === false) {
    return refusal('login', `the user may not log in to the room: ${room.login.reason}`);
  }
  if (room?.publish?.allowed === false) {
    return refusal('publish', `the user may not publish the stream: ${room.publish.reason}`);
  }
  return null;
}

function refusal(check: Failure['check'], message: string): Failure {
  return { check, code: null, message, clientCodes: [] };
}
