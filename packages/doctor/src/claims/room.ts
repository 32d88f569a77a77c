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
export function* roomFindings(payload: string, options: DiagnoseOptions): Generator<Finding> {
  if (payload === '') return;
  const { service, streamId } = options;
  if (service && PRODUCTS[service].refusesPayload) {
    yield finding('product-payload', {}, 'error', PRODUCTS[service].codes);
    return;
  }

  const { roomId = '', streamIds } = namesIn(payload);
  const { checks = 'both' } = options;
  const room = authorizeRoom(payload, { roomId: options.roomId ?? roomId, checks });
  const login = room.login.allowed;
  const publish = streamId === undefined || room.publish(streamId).allowed;
  const isAsked = options.roomId !== undefined || streamId !== undefined;
  const faults = [
    ...payloadFindings(payload, parse(payload), {
      login: isAsked && !login ? 'error' : 'warning',
      publish: publish ? 'warning' : 'error',
    }),
  ];
  yield* faults;

  // Who is denied what by a payload that can be read, unless its faults say so already.
  if (faults.some(({ id }) => UNREADABLE.has(id)) || (login && publish)) return;
  if (options.roomId !== undefined && options.roomId !== roomId) {
    yield finding('room-mismatch', { difference: difference(roomId, options.roomId, options) });
    return;
  }
  const isNamed = (bit: string): boolean => faults.some(({ values }) => values['bit'] === bit);
  if (!login && !isNamed('1')) yield finding('login-denied', {}, isAsked ? 'error' : 'warning');
  if (!publish && !isNamed('2') && !faults.some(({ id }) => id === 'stream-list-invalid')) {
    // Asked for a stream of its list, it shows whether streams may be published at all.
    const isBitSet = room.publish(streamIds[0] ?? '').allowed;
    yield finding(isBitSet ? 'stream-not-listed' : 'publish-denied');
  }
}
