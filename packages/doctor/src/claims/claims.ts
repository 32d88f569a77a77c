import { MAX_NONCE, MIN_NONCE } from '@token04/core/format';
import type { Token04Claims } from '@token04/core/web';
import { type Finding, finding } from '../findings.ts';
import type { Json } from '../json.ts';
import type { DiagnoseOptions } from '../options.ts';
import { difference } from './difference.ts';
import { userIdFindings } from './ids.ts';
import { timeFindings } from './times.ts';

/** What belongs into the payload, and is ignored beside it. */
const OF_THE_PAYLOAD = /^(?:room_?id|privileges?|stream_?id_?list)$/i;

/** What is wrong with the user, the app, the times and the nonce. */
export function* claimsFindings(
  claims: Token04Claims,
  outerExpire: number | undefined,
  options: DiagnoseOptions,
): Generator<Finding> {
  const { appId, userId, expire, nonce } = claims;
  const { appId: expected, userId: expectedUserId } = options;
  if (outerExpire !== undefined && expire !== outerExpire) {
    yield finding('expire-mismatch', { inner: expire, outer: outerExpire });
  }
  if (expected !== undefined && expected !== appId) {
    yield finding('app-id-mismatch', { appId, expected });
  }
  if (expectedUserId !== undefined && expectedUserId !== userId) {
    yield finding('user-id-mismatch', { difference: difference(userId, expectedUserId, options) });
  }
  if (userId === '') yield finding('user-id-empty');
  else yield* userIdFindings(userId, options);
  if (nonce > MAX_NONCE || nonce < MIN_NONCE) yield finding('nonce-large');
  yield* timeFindings(claims, options);
}

/** Privileges that stand where nobody looks: then the token is as good as its payload alone. */
export function* strayFindings(fields: Json): Generator<Finding> {
  const keys = Object.keys(fields).filter((name) => OF_THE_PAYLOAD.test(name));
  if (keys.length > 0) yield finding('privileges-beside-payload', { keys: keys.join(', ') });
}
