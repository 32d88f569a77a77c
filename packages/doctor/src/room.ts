import { authorizeRoom } from '@token04/core/web';
import { difference } from './claims.ts';
import type { DiagnoseOptions } from './diagnose.ts';
import { type Finding, type FindingId, finding, type Severity } from './findings.ts';
import { describe, isObject, parse } from './json.ts';

const BITS = { '1': 'login', '2': 'publish' } as const;
/** Nothing can be granted by a payload with one of these. */
const UNREADABLE: ReadonlySet<FindingId> = new Set<FindingId>([
  'payload-object-as-text',
  'payload-not-json',
  'payload-double-encoded',
  'payload-not-object',
  'room-id-missing',
  'privilege-missing',
]);
const KEYS_FOR_ROOM_ID = ['roomId', 'roomID', 'roomid', 'RoomId', 'room'];
const SHOWABLE = /^\w{1,24}$/;

/**
 * What is wrong with the payload. The core decides who may do what; this finds out why. A fault is
 * an error if what was asked for is denied, a warning if nothing was asked for.
 */
export function roomFindings(payload: string, options: DiagnoseOptions): Finding[] {
  if (payload === '') return [];
  if (options.service === 'zim') return [finding('zim-payload')];

  const json = parse(payload);
  const roomId = isObject(json) && typeof json['room_id'] === 'string' ? json['room_id'] : '';
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
  return [...faults, ...denials(), finding('zim-payload', {}, 'info')];

  /** Who is denied what by a payload that can be read, unless its faults say so already. */
  function denials(): Finding[] {
    if (faults.some(({ id }) => UNREADABLE.has(id)) || (login && publish)) return [];
    if (options.roomId !== undefined && options.roomId !== roomId) {
      return [finding('room-mismatch', { difference: difference(roomId, options.roomId) })];
    }
    const isNamed = (bit: string): boolean => faults.some(({ values }) => values['bit'] === bit);
    const denied: Finding[] = [];
    if (!login && !isNamed('1')) {
      denied.push(finding('login-denied', {}, isAsked ? 'error' : 'warning'));
    }
    if (!publish && !isNamed('2') && !faults.some(({ id }) => id === 'stream-list-invalid')) {
      const isBitSet = room.publish(firstStream(json)).allowed;
      denied.push(finding(isBitSet ? 'stream-not-listed' : 'publish-denied'));
    }
    return denied;
  }
}

interface Severities {
  /** Of what forbids to log in. */
  readonly login: Severity;
  /** Of what forbids to publish. */
  readonly publish: Severity;
}

function payloadFindings(payload: string, json: unknown, severities: Severities): Finding[] {
  const severity = Object.values(severities).includes('error') ? 'error' : 'warning';
  const found = (id: FindingId, values: Finding['values'] = {}): Finding =>
    finding(id, values, severity);

  if (payload.includes('[object Object]')) return [finding('payload-object-as-text')];
  if (json === undefined) return [found('payload-not-json')];
  if (typeof json === 'string' && isObject(parse(json))) return [found('payload-double-encoded')];
  if (!isObject(json)) return [found('payload-not-object', { got: describe(json) })];

  const findings: Finding[] = [];
  if (typeof json['room_id'] !== 'string' || json['room_id'] === '') {
    const key = KEYS_FOR_ROOM_ID.find((name) => Object.hasOwn(json, name)) ?? '';
    findings.push(found('room-id-missing', { got: describe(json['room_id']), key }));
  }
  const { privilege } = json;
  if (isObject(privilege) && Object.keys(privilege).length > 0) {
    findings.push(...privilegeFindings(privilege, severities));
  } else findings.push(found('privilege-missing', { got: describe(privilege) }));

  const streams = json['stream_id_list'] ?? [];
  if (!Array.isArray(streams) || !streams.every((stream) => typeof stream === 'string')) {
    const got = describe(streams);
    findings.push(finding('stream-list-invalid', { got }, severities.publish));
  }
  return findings;
}

function privilegeFindings(
  privilege: { readonly [key: string]: unknown },
  severities: Severities,
): Finding[] {
  const findings: Finding[] = [];
  const unknown = Object.keys(privilege).filter((key) => !Object.hasOwn(BITS, key));
  if (unknown.length > 0) {
    const keys = unknown.slice(0, 3).map((key) => (SHOWABLE.test(key) ? key : '?'));
    findings.push(finding('privilege-unknown-key', { keys: keys.join(', ') }));
  }
  for (const [bit, action] of Object.entries(BITS)) {
    const value = Object.hasOwn(privilege, bit) ? privilege[bit] : undefined;
    const severity = severities[action];
    if (value === undefined) findings.push(finding('privilege-bit-missing', { bit }, severity));
    else if (value !== 0 && value !== 1) {
      const got = typeof value === 'number' ? value : describe(value);
      findings.push(finding('privilege-bit-invalid', { bit, got }, severity));
    }
  }
  return findings;
}

/** A stream that the list allows, to ask whether streams may be published at all. */
function firstStream(json: unknown): string {
  const list = isObject(json) ? json['stream_id_list'] : undefined;
  return Array.isArray(list) && typeof list[0] === 'string' ? list[0] : '';
}
