import {
  MAX_APP_ID,
  MAX_EFFECTIVE_TIME_IN_SECONDS,
  ZIM_MAX_SECONDS_LEFT,
  ZIM_MIN_SECONDS_LEFT,
} from '@token04/core/format';
import { checkUserId, type Token04Claims, type UserIdProfile } from '@token04/core/web';
import type { DiagnoseOptions } from './diagnose.ts';
import { type Finding, finding } from './findings.ts';
import { describe } from './json.ts';

type Fields = { readonly [name: string]: unknown };

const DAY = 86_400;
/** A clock that is ahead by more needs to be looked at. Official .NET rounds up by half a second. */
const CLOCK_SKEW = 60;
/** As seconds this is the year 5138; as milliseconds it was in 1973. */
const MILLISECONDS = 1e11;
const PROFILES: readonly UserIdProfile[] = ['zim', 'uikit', 'ai-agent'];

/** The claims, or what is wrong with the fields. */
export function readClaims(fields: Fields): Token04Claims | Finding[] {
  const findings: Finding[] = [];
  const field = <T>(
    name: string,
    isRight: (value: unknown) => boolean,
    wrong: (got: string) => Finding = (got) => finding('field-invalid', { field: name, got }),
  ): T => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) findings.push(finding('field-missing', { field: name }));
    else if (!isRight(value)) findings.push(wrong(describe(value)));
    return value as T;
  };
  const isTime = Number.isSafeInteger;
  const claims: Token04Claims = {
    appId: field('app_id', isIntegerIn(1, MAX_APP_ID), (got) =>
      finding(got === 'number' ? 'field-invalid' : 'app-id-not-a-number', { field: 'app_id', got }),
    ),
    userId: field('user_id', isText),
    ctime: field('ctime', isTime),
    expire: field('expire', isTime),
    // + 0, as JSON knows a -0.
    nonce:
      field<number>('nonce', Number.isSafeInteger, (got) => finding('nonce-not-int32', { got })) +
      0,
    // Several official generators write null for no payload.
    payload:
      Object.hasOwn(fields, 'payload') && fields['payload'] !== null
        ? field('payload', isText, (got) =>
            finding(got === 'object' ? 'payload-object' : 'field-invalid', {
              field: 'payload',
              got,
            }),
          )
        : '',
  };
  return findings.length > 0 ? findings : claims;
}

/** What is wrong with the user, the app and the times. */
export function claimsFindings(
  claims: Token04Claims,
  outerExpire: number,
  options: DiagnoseOptions,
): Finding[] {
  const { appId, userId, expire } = claims;
  const findings: Finding[] = [];
  if (expire !== outerExpire) {
    findings.push(finding('expire-mismatch', { inner: expire, outer: outerExpire }));
  }
  if (options.appId !== undefined && options.appId !== appId) {
    findings.push(finding('app-id-mismatch', { appId, expected: options.appId }));
  }
  if (options.userId !== undefined && options.userId !== userId) {
    findings.push(finding('user-id-mismatch', { difference: difference(userId, options.userId) }));
  }
  if (userId === '') findings.push(finding('user-id-empty'));
  else findings.push(...profileFindings(userId, options));
  findings.push(...timeFindings(claims, options));
  return findings;
}

function profileFindings(userId: string, options: DiagnoseOptions): Finding[] {
  const findings: Finding[] = [];
  for (const profile of new Set(options.userIdProfiles ?? PROFILES)) {
    try {
      checkUserId(userId, profile);
    } catch {
      const severity = profile === options.service ? 'error' : 'warning';
      findings.push(finding('user-id-profile', { profile, length: userId.length }, severity));
    }
  }
  return findings;
}

/** What the clock says. Without a secret this is the outer expire, which anyone can have written. */
export function expiryFindings(expire: number, options: DiagnoseOptions): Finding[] {
  const { service, clockToleranceInSeconds = 0, now = clock() } = options;
  if (now >= expire + clockToleranceInSeconds) {
    return [finding('expired', { secondsAgo: Math.ceil(now - expire), expire })];
  }
  // ZIM's own limit, for which no tolerance counts.
  const left = expire - now;
  if (service !== 'zim' || left >= ZIM_MIN_SECONDS_LEFT) return [];
  return [finding('expires-soon', { secondsLeft: Math.max(0, Math.floor(left)) })];
}

function timeFindings({ ctime, expire }: Token04Claims, options: DiagnoseOptions): Finding[] {
  const { service, clockToleranceInSeconds = 0, now = clock() } = options;
  const findings = expiryFindings(expire, options);
  const isZim = service === 'zim';
  const ttl = expire - ctime;
  if (ttl <= 0) findings.push(finding('ttl-not-positive', { ttl }));
  // ZIM counts from now; for a token that was made just now it is the same.
  const lasts = isZim ? expire - now : ttl;
  if (lasts > ZIM_MAX_SECONDS_LEFT) {
    const severity = isZim ? 'error' : 'info';
    findings.push(finding('zim-lifetime', { ttl: Math.ceil(lasts) }, severity));
  }
  if (isMilliseconds(ttl)) findings.push(finding('ttl-milliseconds', { ttl, meant: ttl / 1000 }));
  else if (ttl > MAX_EFFECTIVE_TIME_IN_SECONDS) findings.push(finding('ttl-timestamp', { ttl }));

  if (ctime >= MILLISECONDS) findings.push(finding('times-in-milliseconds'));
  else if (ctime - now > CLOCK_SKEW + clockToleranceInSeconds) {
    findings.push(finding('made-in-the-future', { secondsAhead: Math.floor(ctime - now), ctime }));
  }
  return findings;
}

/**
 * Half an hour in milliseconds is three weeks in seconds, which is rarely meant. Whole days are,
 * but for 125 of them, which are three hours.
 */
function isMilliseconds(ttl: number): boolean {
  const isWholeMinutes = ttl >= 1_800_000 && ttl < 1e9 && ttl % 60_000 === 0;
  return isWholeMinutes && (ttl % DAY !== 0 || ttl % (125 * DAY) === 0);
}

/** In what two IDs differ, without showing them. */
export function difference(one: string, other: string): string {
  if (one.trim() === other.trim()) return 'blanks';
  return one.toLowerCase() === other.toLowerCase() ? 'case' : 'other';
}

function clock(): number {
  return Date.now() / 1000;
}

function isIntegerIn(minimum: number, maximum: number): (value: unknown) => boolean {
  return (value) =>
    Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
}
