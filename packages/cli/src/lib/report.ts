import type { KitToken, Token04Claims, Token04Mode } from '@token04/core';
import { type Locale, sdkOfCode } from '@token04/doctor';
import type { Failure } from './judgement.ts';
import { BAD, colours, print, table } from './output.ts';
import { inOneLine, quote } from './text.ts';
import { formatExpiry, formatTime } from './time.ts';
import { WORDS } from './words.ts';

/** A bad token, for people. */
export function printFailure({ message, code, clientCodes }: Failure): void {
  print(`${BAD} ${message}`);
  const rows = [
    ...(code === null ? [] : [['code', code]]),
    ...(clientCodes.length === 0 ? [] : [['in the app', codesWithSdks(clientCodes, 'en')]]),
  ];
  if (rows.length > 0) print(table(rows));
  if (code !== null) print(colours.dim('  token04 doctor looks for the cause.'));
}

/** Each code with the SDK that shows it, since the same fault has other codes elsewhere. */
export function codesWithSdks(codes: readonly number[], locale: Locale): string {
  return codes.map((code) => `${code} ${sdkOfCode(code, locale)}`.trim()).join(WORDS[locale].comma);
}

export function claimsRows(
  claims: Token04Claims,
  mode: Token04Mode,
  now: number,
  locale: Locale = 'en',
): string[][] {
  const { rows, cbc } = WORDS[locale];
  return [
    [rows.app, String(claims.appId)],
    [rows.user, quote(claims.userId)],
    [rows.made, formatTime(claims.ctime)],
    [rows.expires, formatExpiry(claims.expire, now, locale)],
    [rows.mode, mode === 'cbc' ? cbc : mode],
    [rows.payload, payloadCell(claims.payload, locale)],
  ];
}

export function kitRows(kit: Omit<KitToken, 'token'> | null): string[][] {
  if (kit === null) return [];
  const { appId, userId, roomId, userName } = kit;
  const names = `app ${appId}, user ${quote(userId)}, room ${quote(roomId)}, ${quote(userName)}`;
  return [['kit token', names]];
}

/** Without quotes around it, since it is usually JSON. */
export function payloadCell(payload: string, locale: Locale = 'en'): string {
  return payload === '' ? WORDS[locale].identity : inOneLine(payload);
}
