import {
  type DecodedToken04,
  type InspectedToken04,
  inspectToken04,
  type Token04Claims,
  type Token04Mode,
} from '@token04/core/web';
import { checkArguments } from './arguments.ts';
import { withCodesAsPassed } from './as-passed.ts';
import { attempt } from './attempt.ts';
import { wrongSecret } from './cipher/keys.ts';
import { cipherFindings, hasTagBehind, type Opened } from './cipher/open.ts';
import { claimsFindings, strayFindings } from './claims/claims.ts';
import { readFields } from './claims/fields.ts';
import { roomIdFindings } from './claims/ids.ts';
import { kitFindings, kitServiceFindings } from './claims/kit.ts';
import { plaintextFindings } from './claims/plaintext.ts';
import { roomFindings } from './claims/room.ts';
import { expiryFindings } from './claims/times.ts';
import { type Finding, finding, inOrder } from './findings.ts';
import { frameFindings, likelyMode, repairedToken } from './frame/frame.ts';
import { jsonFindings } from './input/json-body.ts';
import { type InputKind, readShape } from './input/shape.ts';
import { splitTokens } from './input/split.ts';
import type { DiagnoseOptions } from './options.ts';
import { readBytes } from './read-bytes.ts';

/** What {@link diagnose} says. */
export interface Diagnosis {
  /** `'unknown'`: nothing wrong was seen, but no secret was given. */
  verdict: 'good' | 'bad' | 'unknown';
  /** What the input is. */
  kind: InputKind;
  /** The token04 in it, once cleaned, if it is well-formed then. */
  token: string | undefined;
  /** The bytes behind the version as they came, also of a token that was cut; of what is none, none. */
  body: Uint8Array | undefined;
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
 * `token` and `decoded` are what they are called. Of several tokens the first is looked at, and
 * `diagnoseAll` looks at each.
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
  const [first = '', ...more] = splitTokens(input);
  const one = diagnoseOne(first, options);
  if (more.length === 0) return one;
  const several = finding('several-tokens', { count: more.length + 1 });
  return { ...one, findings: withCodesAsPassed(input, inOrder([...one.findings, several])) };
}

/** For arguments that were checked, and a single token. */
export function diagnoseOne(input: string, options: DiagnoseOptions): Diagnosis {
  const { findings, ...others } = judge(input, options);
  return { ...others, findings: withCodesAsPassed(input, findings) };
}

function judge(input: string, options: DiagnoseOptions): Diagnosis {
  const { kind, bytes, json, kitPart, ...shape } = readShape(input);
  const findings = [...shape.findings];
  if (json) findings.push(...jsonFindings(json));
  if (bytes === undefined) return diagnosis({ kind, findings });

  const secrets = [options.serverSecret ?? []].flat();
  const body = readBytes(bytes, secrets, options);
  findings.push(...body.findings);
  const { reading, opened } = body;
  if (!reading) {
    // Where it was cut, the end of its base64 says nothing more.
    const isCut = findings.some(({ id }) => id === 'truncated');
    const others = findings.filter(({ id }) => !isCut || !OF_THE_END.has(id));
    return diagnosis({ kind, body: bytes, findings: others });
  }

  const { frame } = reading;
  const itsMode = opened ? modeOf(opened) : likelyMode(frame);
  const mode = itsMode ?? likelyMode(frame);
  const isOwnFrame = reading.deviations.length === 0;
  // What follows the ciphertext may be the tag, and is named as that.
  const isTag = opened?.decrypted.tag === 'wrong' && hasTagBehind(frame);
  if (isOwnFrame && !isTag) findings.push(...frameFindings(frame, itsMode));
  const token = isOwnFrame ? repairedToken(bytes, frame, mode) : undefined;
  const inspected = token === undefined ? undefined : attempt(() => inspectToken04(token));
  if (inspected && itsMode === 'cbc') findings.push(finding('cbc'));

  if (opened) findings.push(...cipherFindings(opened));
  else if (secrets.length === 0) findings.push(finding('no-secret'));
  else findings.push(...wrongSecret(secrets));

  const claims = opened && readOpened(opened, options, findings);
  if (!claims && inspected) findings.push(...expiryFindings(inspected.expire, options));
  findings.push(...kitServiceFindings(kitPart !== undefined, options));
  if (kitPart !== undefined && inspected && token) {
    findings.push(...kitFindings(token, kitPart, claims, options));
  }
  return diagnosis({
    kind,
    findings,
    body: bytes,
    token: inspected && token,
    inspected,
    decoded: claims && { claims, mode, iv: frame.iv.slice(), plaintext: opened.plaintext.text },
  });
}

/** What is wrong with the end of base64. */
const OF_THE_END: ReadonlySet<string> = new Set(['padding-missing', 'base64-not-canonical']);

/** Undefined for what is neither of token04's ciphers. */
function modeOf({ decrypted: { cipher } }: Opened): Token04Mode | undefined {
  return cipher === 'cbc' || cipher === 'gcm' ? cipher : undefined;
}

function readOpened(
  { plaintext, reading }: Opened,
  options: DiagnoseOptions,
  findings: Finding[],
): Token04Claims | undefined {
  findings.push(...plaintextFindings(plaintext));
  if (!plaintext.fields) return undefined;
  const { claims, findings: faults } = readFields(plaintext.fields);
  findings.push(...faults);
  if (!claims) return undefined;
  findings.push(...strayFindings(plaintext.fields));
  findings.push(...claimsFindings(claims, reading.frame.expire, options));
  findings.push(...roomFindings(claims.payload, options));
  findings.push(...roomIdFindings(claims.payload, options));
  return claims;
}

function diagnosis(parts: {
  kind: InputKind;
  findings: readonly Finding[];
  body?: Uint8Array | undefined;
  token?: string | undefined;
  inspected?: InspectedToken04 | undefined;
  decoded?: DecodedToken04 | undefined;
}): Diagnosis {
  const { kind, body, token, inspected, decoded } = parts;
  const findings = inOrder(parts.findings);
  const isBad = findings[0]?.severity === 'error';
  const verdict = isBad ? 'bad' : decoded ? 'good' : 'unknown';
  // A copy, as whatever the caller does to it is no business of the findings.
  return { verdict, kind, token, body: body?.slice(), inspected, decoded, findings };
}
