import { authorizeRoom } from '@token04/core/web';
import type { FindingId } from '../finding-ids.ts';
import { type Finding, finding } from '../findings.ts';
import { namesIn, parse } from '../json.ts';
import type { DiagnoseOptions } from '../options.ts';
import { PRODUCTS } from '../products.ts';
import { difference } from './difference.ts';
import { payloadFindings } from './payload.ts';

/** Nothing can be granted by a payload with one of these. */
const UNREADABLE: ReadonlySet<FindingId> = new Set<FindingId>([
  'payload-object-as-text',
  'payload-python',
  'payload-not-json',
  'payload-double-encoded',
  'payload-not-object',
  'room-id-missing',
  'privilege-missing',
]);
/**
 * What is wrong with the payload. The core decides who may do what; this finds out why. A fault is
 * an error if what was asked for is denied, a warning if nothing was asked for.
 */
export function roomFindings(payload: string, options: DiagnoseOptions): Finding[] {
  if (payload === '') return [];
  const { service } = options;
  if (service && !PRODUCTS[service].takesPayload) {
    return [finding('product-payload', { service }, 'error', PRODUCTS[service].codes)];
  }

  const json = parse(payload);
  const { roomId = '', streamIds } = namesIn(payload);
  const { streamId } = options;
  const room = authorizeRoom(payload, {
    roomId: options.roomId ?? roomId,
    checks: options.checks ?? 'both',
  });
  const login = room.login.allowed;
  const publish = streamId === undefined || room.publish(streamId).allowed;
  const isAsked = options.roomId !== undefined || streamId !== undefined;
  const faults = payloadFindings(payload, json, {
    login: isAsked && !login ? 'error' : 'warning',
    publish: publish ? 'warning' : 'error',
  });
  return [...faults, ...denials()];

  /** Who is denied what by a payload that can be read, unless its faults say so already. */
  function denials(): Finding[] {
    if (faults.some(({ id }) => UNREADABLE.has(id)) || (login && publish)) return [];
    if (options.roomId !== undefined && options.roomId !== roomId) {
      return [
        finding('room-mismatch', { difference: difference(roomId, options.roomId, options) }),
      ];
    }
    const isNamed = (bit: string): boolean => faults.some(({ values }) => values['bit'] === bit);
    const denied: Finding[] = [];
    if (!login && !isNamed('1')) {
      denied.push(finding('login-denied', {}, isAsked ? 'error' : 'warning'));
    }
    if (!publish && !isNamed('2') && !faults.some(({ id }) => id === 'stream-list-invalid')) {
      // Asked for a stream of its list, it shows whether streams may be published at all.
      const isBitSet = room.publish(streamIds[0] ?? '').allowed;
      denied.push(finding(isBitSet ? 'stream-not-listed' : 'publish-denied'));
    }
    return denied;
  }
}
