import { type KitToken, parseKitToken, type Token04Claims } from '@token04/core/web';
import { type Finding, finding } from '../findings.ts';
import { namesIn } from '../json.ts';
import type { DiagnoseOptions } from '../options.ts';
import { PRODUCTS } from '../products.ts';
import { difference } from './difference.ts';

/** What is wrong with the part of a kit token behind the token, and how it fits what is in that. */
export function kitFindings(
  token: string,
  part: string,
  claims: Token04Claims | undefined,
  options: DiagnoseOptions,
): Finding[] {
  let kit: KitToken;
  try {
    kit = parseKitToken(`${token}#${part}`);
  } catch {
    return [finding('kit-damaged')];
  }
  const findings = [finding('kit-token')];
  if (!claims) return findings;
  for (const field of ['appId', 'userId'] as const) {
    if (claims[field] !== kit[field]) findings.push(finding('kit-mismatch', { field }));
  }
  const { roomId: own } = namesIn(claims.payload);
  if (own !== undefined && own !== kit.roomId) {
    findings.push(finding('kit-mismatch', { field: 'roomId' }));
  }
  // With privileges, the token's own room is compared already.
  const { roomId } = options;
  if (roomId !== undefined && roomId !== kit.roomId && own === undefined) {
    findings.push(
      finding('room-mismatch', { difference: difference(kit.roomId, roomId, options) }),
    );
  }
  return findings;
}

/** Whether the product wants a kit token, or wants none. */
export function kitServiceFindings(isKit: boolean, { service }: DiagnoseOptions): Finding[] {
  if (!service) return [];
  const { takesKitTokens = false } = PRODUCTS[service];
  if (takesKitTokens === isKit) return [];
  return [isKit ? finding('kit-unexpected', { service }) : finding('kit-missing')];
}
