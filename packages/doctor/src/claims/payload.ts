import type { FindingId } from '../finding-ids.ts';
import { type Finding, finding, type Severity } from '../findings.ts';
import { describe, isObject, parse } from '../json.ts';
import { findJsonBreak } from '../json-break.ts';

const BITS = { '1': 'login', '2': 'publish' } as const;
const SHOWABLE = /^\w{1,24}$/;
/** What people call the keys, without their case, hyphens and underscores. */
const NEAR_MISSES = {
  room_id: ['roomid', 'room', 'roomids'],
  privilege: ['privileges', 'privileg', 'priviledge', 'permissions', 'permission', 'rights'],
  stream_id_list: ['streamidlist', 'streamids', 'streams', 'streamlist', 'streamid'],
} as const;
/** What people call the bits, likewise. */
const BIT_NAMES: { readonly [bit in keyof typeof BITS]: readonly string[] } = {
  '1': ['login', 'loginroom', 'join', 'joinroom', 'canlogin', 'privilegekeylogin'],
  '2': ['publish', 'publishstream', 'push', 'pushstream', 'canpublish', 'privilegekeypublish'],
};

export interface Severities {
  /** Of what forbids to log in. */
  readonly login: Severity;
  /** Of what forbids to publish. */
  readonly publish: Severity;
}

/** What is wrong with the names and types of a payload. */
export function payloadFindings(payload: string, json: unknown, severities: Severities): Finding[] {
  const severity = Object.values(severities).includes('error') ? 'error' : 'warning';
  const found = (id: FindingId, values: Finding['values'] = {}): Finding =>
    finding(id, values, severity);

  if (payload.includes('[object Object]')) return [finding('payload-object-as-text')];
  if (json === undefined) {
    const { kind = 'other', position = 0 } = findJsonBreak(payload) ?? {};
    const isPython = kind === 'python' || kind === 'single-quotes';
    return [found(isPython ? 'payload-python' : 'payload-not-json', { kind, position })];
  }
  if (typeof json === 'string' && isObject(parse(json))) return [found('payload-double-encoded')];
  if (!isObject(json)) return [found('payload-not-object', { got: describe(json) })];

  const findings: Finding[] = [];
  if (typeof json['room_id'] !== 'string' || json['room_id'] === '') {
    const key = nearMiss(json, 'room_id');
    findings.push(found('room-id-missing', { got: describe(json['room_id']), key }));
  }
  const { privilege } = json;
  if (isObject(privilege) && Object.keys(privilege).length > 0) {
    findings.push(...privilegeFindings(privilege, severities));
  } else {
    const key = nearMiss(json, 'privilege');
    findings.push(found('privilege-missing', { got: describe(privilege), key }));
  }
  const streamsKey = nearMiss(json, 'stream_id_list');
  if (streamsKey !== '') findings.push(finding('stream-list-renamed', { key: streamsKey }));

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
    const shown = unknown.slice(0, 3).map((key) => (SHOWABLE.test(key) ? key : '?'));
    const meant = Object.entries(BIT_NAMES)
      .filter(([, names]) => unknown.some((key) => names.includes(plain(key))))
      .map(([bit]) => `"${bit}"`);
    const values = { keys: shown.join(', '), meant: meant.join(', ') };
    findings.push(finding('privilege-unknown-key', values));
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

/** The key that was written in place of the right one; empty if there is none. */
function nearMiss(
  json: { readonly [key: string]: unknown },
  name: keyof typeof NEAR_MISSES,
): string {
  if (Object.hasOwn(json, name)) return '';
  const known: readonly string[] = NEAR_MISSES[name];
  return Object.keys(json).find((key) => SHOWABLE.test(key) && known.includes(plain(key))) ?? '';
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[_-]/g, '');
}
