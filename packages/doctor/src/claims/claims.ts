import { MAX_NONCE, MIN_NONCE } from '@token04/core/format';
import type { Token04Claims } from '@token04/core/web';
import { type Finding, finding } from '../findings.ts';
import type { DiagnoseOptions } from '../options.ts';
import { difference } from './difference.ts';
import type { Fields } from './fields.ts';
import { userIdFindings } from './ids.ts';
import { timeFindings } from './times.ts';

/** What belongs into the payload, and is ignored beside it. */
const OF_THE_PAYLOAD = ['room_id', 'privilege', 'stream_id_list'];
const NEAR_THE_PAYLOAD = [
  ...OF_THE_PAYLOAD,
  'privileges',
  'roomId',
  'roomid',
  'roomID',
  'streamIdList',
];

/** What is wrong with the user, the app, the times and the nonce. */
export function claimsFindings(
  claims: Token04Claims,
  outerExpire: number | undefined,
  options: DiagnoseOptions,
): Finding[] {
  const { appId, userId, expire, nonce } = claims;
  const findings: Finding[] = [];
  if (outerExpire !== undefined && expire !== outerExpire) {
    findings.push(finding('expire-mismatch', { inner: expire, outer: outerExpire }));
  }
  if (options.appId !== undefined && options.appId !== appId) {
    findings.push(finding('app-id-mismatch', { appId, expected: options.appId }));
  }
  if (options.userId !== undefined && options.userId !== userId) {
    findings.push(
      finding('user-id-mismatch', { difference: difference(userId, options.userId, options) }),
    );
  }
  if (userId === '') findings.push(finding('user-id-empty'));
  else findings.push(...userIdFindings(userId, options));
  if (nonce > MAX_NONCE || nonce < MIN_NONCE) findings.push(finding('nonce-large'));
  findings.push(...timeFindings(claims, options));
  return findings;
}

/** Privileges that stand where nobody looks: then the token is as good as its payload alone. */
export function strayFindings(fields: Fields, payload: string): Finding[] {
  const keys = NEAR_THE_PAYLOAD.filter((name) => Object.hasOwn(fields, name));
  if (keys.length === 0) return [];
  const isIdentity = payload === '' ? 'yes' : 'no';
  return [finding('privileges-beside-payload', { keys: keys.join(', '), isIdentity })];
}
