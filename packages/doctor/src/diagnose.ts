import {
  type DecodedToken04,
  type InspectedToken04,
  inspectToken04,
  type KitToken,
  parseKitToken,
  type RoomChecks,
  type Token04Claims,
  type Token04Mode,
  type UserIdProfile,
} from '@token04/core/web';
import { checkArguments } from './arguments.ts';
import { claimsFindings, difference, expiryFindings, readClaims } from './claims.ts';
import { type Finding, finding, inOrder } from './findings.ts';
import { type Frame, frameFindings, likelyMode, repairedToken } from './frame.ts';
import { mistakenKeys, properKeys, wrongSecret } from './keys.ts';
import { type Opened, openFrame } from './open.ts';
import { roomFindings } from './room.ts';
import { type InputKind, readShape } from './shape.ts';

/** What is known about the token; all of it is optional. What is given is checked. */
export interface DiagnoseOptions {
  /** What the user believes the secret is: any string, also of a wrong length; or several. */
  serverSecret?: string | readonly string[];
  /** The app for which the token should be. */
  appId?: number;
  /** The user with whom the client logs in. */
  userId?: string;
  /** The room that the client enters. */
  roomId?: string;
  /** The stream that the client publishes. */
  streamId?: string;
  /** Which operations the room checks; `'both'` unless given. */
  checks?: RoomChecks;
  /** `'express'` unless given. */
  service?: 'express' | 'zim';
  /** Warn of a userId that these would refuse; ZIM, UIKit and AI agent unless given. */
  userIdProfiles?: readonly UserIdProfile[];
  /** In seconds since 1970, fractions allowed; the clock unless given. */
  now?: number;
  /** For how many seconds beyond its expire a token is still good; 0 unless given. */
  clockToleranceInSeconds?: number;
}

/** What {@link diagnose} says. */
export interface Diagnosis {
  /** `'unknown'`: nothing wrong was seen, but no secret was given. */
  verdict: 'good' | 'bad' | 'unknown';
  /** What the input is. */
  kind: InputKind;
  /** The token04 in it, once cleaned, if it is well-formed then. */
  token: string | undefined;
  /** The frame of that token. */
  inspected: InspectedToken04 | undefined;
  /** What the token says, also if it is expired or was made with a mistaken key. */
  decoded: DecodedToken04 | undefined;
  /** The most important first. `explain` has the words. */
  findings: Finding[];
}

/**
 * Why a token is refused: what the input is, what happened to it on the way, with which key it was
 * made, and what is wrong with what it says. The findings hold no secret, plaintext or token;
 * `token` and `decoded` are what they are called.
 *
 * Nothing leaves the machine. With CBC, `'good'` proves nothing about who made the token.
 *
 * @throws Token04Error for an option, with the codes of the core. Any string is a good input.
 *
 * @example
 * ```js
 * import { diagnose, explain } from '@token04/doctor';
 *
 * const { verdict, findings } = await diagnose('03AAAAAGVT');
 * verdict; // → 'bad'
 * findings[0].id; // → 'token03'
 * explain(findings[0]).title; // → 'This is a token of version 03'
 * ```
 */
export async function diagnose(input: string, options: DiagnoseOptions = {}): Promise<Diagnosis> {
  checkArguments(input, options);
  const shape = readShape(input);
  const { kind, frame, kitPart } = shape;
  const findings = [...shape.findings];
  if (frame === undefined) return diagnosis({ kind, findings });

  const secrets = [options.serverSecret ?? []].flat();
  const opened = await open(frame, secrets);
  const mode = opened?.mode ?? likelyMode(frame);
  findings.push(...frameFindings(frame, mode));
  const token = repairedToken(frame, mode);
  const inspected = inspect(token);
  if (inspected && mode === 'cbc') findings.push(finding('cbc'));

  if (secrets.length === 0) findings.push(finding('no-secret'));
  else if (!opened) findings.push(...wrongSecret(secrets));
  else if (opened.key.mistake) findings.push(opened.key.mistake);

  const claims = opened && readOpened(opened, findings);
  if (claims) {
    findings.push(...claimsFindings(claims, frame.expire, options));
    findings.push(...roomFindings(claims.payload, options));
  } else if (inspected) findings.push(...expiryFindings(inspected.expire, options));
  if (kitPart !== undefined && inspected) {
    findings.push(...kitFindings(token, kitPart, claims, options.roomId));
  }

  return diagnosis({
    kind,
    findings,
    token: inspected && token,
    inspected,
    decoded: claims && { claims, mode, iv: frame.iv.slice(), plaintext: opened.plaintext },
  });
}

async function open(frame: Frame, secrets: readonly string[]): Promise<Opened | undefined> {
  const likely = likelyMode(frame);
  const modes: Token04Mode[] = [likely, likely === 'cbc' ? 'gcm' : 'cbc'];
  const proper = await openFrame(frame, properKeys(secrets), modes);
  if (proper) return proper;
  for (const secret of secrets) {
    const opened = await openFrame(frame, await mistakenKeys(secret), modes);
    if (opened) return opened;
  }
  return undefined;
}

function readOpened(opened: Opened, findings: Finding[]): Token04Claims | undefined {
  if (!opened.fields) {
    findings.push(finding('plaintext-not-json'));
    return undefined;
  }
  if (opened.doubleEncoded) findings.push(finding('plaintext-double-encoded'));
  const claims = readClaims(opened.fields);
  if (!Array.isArray(claims)) return claims;
  findings.push(...claims);
  return undefined;
}

function kitFindings(
  token: string,
  part: string,
  claims: Token04Claims | undefined,
  roomId: string | undefined,
): Finding[] {
  let kit: KitToken;
  try {
    kit = parseKitToken(`${token}#${part}`);
  } catch {
    return [finding('kit-damaged')];
  }
  const findings = [finding('kit-token')];
  for (const field of ['appId', 'userId'] as const) {
    if (claims && claims[field] !== kit[field]) findings.push(finding('kit-mismatch', { field }));
  }
  // With privileges, the token's own room is compared already.
  if (roomId !== undefined && roomId !== kit.roomId && !claims?.payload) {
    findings.push(finding('room-mismatch', { difference: difference(kit.roomId, roomId) }));
  }
  return findings;
}

function inspect(token: string): InspectedToken04 | undefined {
  try {
    return inspectToken04(token);
  } catch {
    return undefined;
  }
}

function diagnosis(parts: {
  kind: InputKind;
  findings: readonly Finding[];
  token?: string | undefined;
  inspected?: InspectedToken04 | undefined;
  decoded?: DecodedToken04 | undefined;
}): Diagnosis {
  const { kind, token, inspected, decoded } = parts;
  const findings = inOrder(parts.findings);
  const isBad = findings[0]?.severity === 'error';
  const verdict = isBad ? 'bad' : decoded ? 'good' : 'unknown';
  return { verdict, kind, token, inspected, decoded, findings };
}
