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
import type { Command } from 'commander';
import { readToken } from '../lib/input.ts';
import { type Failure, failureOf, unwrap } from '../lib/judgement.ts';
import {
  addExpectations,
  addSecretOptions,
  demandOption,
  type ExpectationOptions,
  given,
  jsonOption,
  modeOption,
  tokenArgument,
} from '../lib/options.ts';
import { GOOD, print, printJson, table } from '../lib/output.ts';
import { claimsRows, kitRows, printFailure } from '../lib/report.ts';
import { requireSecrets } from '../lib/secret.ts';
import { addExamples } from '../lib/sections.ts';
import { harmless } from '../lib/text.ts';
import { clock } from '../lib/time.ts';

/** The products that the core has rules for. */
type VerifiedService = 'express' | 'zim';
const SERVICES: readonly VerifiedService[] = ['express', 'zim'];

export interface VerifyCommandOptions extends ExpectationOptions<VerifiedService> {
  mode?: Token04Mode;
  requirePrivileges?: boolean;
  secretFile?: string[];
  json?: boolean;
}

/** What `--json` prints. */
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

export function addVerify(program: Command): void {
  const command = program
    .command('verify')
    .summary('check a token with the secret')
    .description(
      'Check a token with the secret, as a server would: that it was made with it, has not expired, ' +
        'and is what the options demand. --secret-file may be repeated while a secret is rotated. ' +
        'A CBC token proves nothing about who made it; --mode gcm refuses it.',
    )
    .addArgument(tokenArgument());
  addExpectations(command, SERVICES);
  command
    .option('--require-privileges', 'refuse an identity token, which is limited to no room')
    .addOption(modeOption('demand this cipher (default: either)'))
    .addOption(jsonOption())
    .action(verify);
  addSecretOptions(command);
  addExamples(
    command,
    `token04 verify "$TOKEN" --secret-file secret.txt
token04 verify - --app-id 1234567890 --user demo --mode gcm < token.txt
token04 verify "$TOKEN" --room r1 --publish cam --rule publish`,
  );
}

async function verify(argument: string, options: VerifyCommandOptions): Promise<void> {
  demandOption(
    options,
    { key: 'room', flag: '--room' },
    {
      publish: '--publish',
      rule: '--rule',
      requirePrivileges: '--require-privileges',
    },
  );
  const secrets = await requireSecrets(options.secretFile ?? []);
  const verdict = await judge(await readToken(argument), secrets, options);

  if (!verdict.ok) process.exitCode = 1;
  if (options.json) printJson(verdict);
  else printVerdict(verdict, options.now ?? clock());
}

/** For what `token04 verify` was given. */
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

/** The core names no code for rooms and kit tokens; the doctor knows what an app shows. */
async function codesInTheApp(
  input: string,
  serverSecret: readonly string[],
  options: VerifyCommandOptions,
): Promise<number[]> {
  const expected = given({
    appId: options.appId,
    userId: options.user,
    roomId: options.room,
    streamId: options.publish,
    checks: options.rule,
    service: options.service,
    now: options.now,
    clockToleranceInSeconds: options.tolerance,
  });
  const { findings } = await diagnose(input, { serverSecret, ...expected });
  // The most important come first, and what stands around a token is none of its errors.
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

function printVerdict({ error, claims, mode, kit, room }: Verdict, now: number): void {
  if (error !== null) printFailure(error);
  else print(`${GOOD} the token is good`);
  if (claims === null || mode === null) return;
  const rows = [...claimsRows(claims, mode, now), ...kitRows(kit)];
  if (room !== null) {
    rows.push(['log in', room.login.reason]);
    if (room.publish !== null) rows.push(['publish', room.publish.reason]);
    rows.push(...room.warnings.map((warning) => ['warning', harmless(warning)]));
  }
  print(table(rows));
}
