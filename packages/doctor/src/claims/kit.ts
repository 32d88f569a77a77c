import { parseKitToken, type Token04Claims } from '@token04/core/web';
import { attempt } from '../attempt.ts';
import { type Finding, finding } from '../findings.ts';
import { namesIn } from '../json.ts';
import type { DiagnoseOptions } from '../options.ts';
import { PRODUCTS } from '../products.ts';
import { difference } from './difference.ts';

/** What is wrong with the part of a kit token behind the token, and how it fits what is in that. */
export function* kitFindings(
  token: string,
  part: string,
  claims: Token04Claims | undefined,
  options: DiagnoseOptions,
): Generator<Finding> {
  const kit = attempt(() => parseKitToken(`${token}#${part}`));
  if (!kit) {
    yield finding('kit-damaged');
    return;
  }
  yield finding('kit-token');
  if (!claims) return;
  const { roomId: own } = namesIn(claims.payload);
  const inside = { appId: claims.appId, userId: claims.userId, roomId: own ?? kit.roomId };
  for (const field of ['appId', 'userId', 'roomId'] as const) {
    if (inside[field] !== kit[field]) yield finding('kit-mismatch', { field });
  }
  // With privileges, the token's own room is compared already.
  const { roomId } = options;
  if (roomId !== undefined && roomId !== kit.roomId && own === undefined) {
    yield finding('room-mismatch', { difference: difference(kit.roomId, roomId, options) });
  }
}

/** Whether the product wants a kit token, or wants none. */
export function* kitServiceFindings(
  isKit: boolean,
  { service }: DiagnoseOptions,
): Generator<Finding> {
  if (!service) return;
  const { takesKitTokens = false } = PRODUCTS[service];
  if (isKit !== takesKitTokens) yield finding(isKit ? 'kit-unexpected' : 'kit-missing');
}
