import type { KitToken, Token04Claims, Token04Mode } from '@token04/core';
import type { Failure } from './judgement.ts';
import { BAD, colours, print, table } from './output.ts';
import { inOneLine, quote } from './text.ts';
import { formatExpiry, formatTime } from './time.ts';

/** A bad token, for people. */
export function printFailure({ message, code, clientCodes }: Failure): void {
  print(`${BAD} ${message}`);
  const rows = [
    ...(code === null ? [] : [['code', code]]),
    ...(clientCodes.length === 0 ? [] : [['in the app', clientCodes.join(', ')]]),
  ];
  if (rows.length > 0) print(table(rows));
  if (code !== null) print(colours.dim('  token04 doctor looks for the cause.'));
}

export function claimsRows(claims: Token04Claims, mode: Token04Mode, now: number): string[][] {
  return [
    ['app', String(claims.appId)],
    ['user', quote(claims.userId)],
    ['made', formatTime(claims.ctime)],
    ['expires', formatExpiry(claims.expire, now)],
    ['mode', mode === 'cbc' ? 'cbc, which proves nothing about who made it' : mode],
    ['payload', payloadCell(claims.payload)],
  ];
}

export function kitRows(kit: Omit<KitToken, 'token'> | null): string[][] {
  if (kit === null) return [];
  const { appId, userId, roomId, userName } = kit;
  const names = `app ${appId}, user ${quote(userId)}, room ${quote(roomId)}, ${quote(userName)}`;
  return [['kit token', names]];
}

/** JSON as a rule, which needs no quotes around it. */
export function payloadCell(payload: string): string {
  return payload === '' ? 'none: an identity token, limited to no room' : inOneLine(payload);
}
