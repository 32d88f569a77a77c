import { isRecord } from '@token04/core/check';
import { encodingOfText } from '../encodings.ts';
import type { FindingId } from '../finding-ids.ts';
import { type Finding, finding, type Severity } from '../findings.ts';
import { type Json, parse, typeOf } from '../json.ts';
import { findJsonBreak } from '../json-break.ts';
import { isMeantFor, isShowable, nearMiss } from './near-miss.ts';

const BITS = ['1', '2'] as const;

export interface Severities {
  /** Of what forbids to log in. */
  readonly login: Severity;
  /** Of what forbids to publish. */
  readonly publish: Severity;
}

/** What is wrong with the names and types of a payload. */
export function* payloadFindings(
  payload: string,
  json: unknown,
  severities: Severities,
): Generator<Finding> {
  const severity = Object.values(severities).includes('error') ? 'error' : 'warning';
  const found = (id: FindingId, values: Finding['values'] = {}): Finding =>
    finding(id, values, severity);

  const isJoined = !isRecord(json) && payload.includes('[object Object]');
  if (isJoined) yield finding('payload-object-as-text');
  else if (json === undefined) {
    const { kind = 'other', position = 0 } = findJsonBreak(payload) ?? {};
    const isPython = kind === 'python' || kind === 'single-quotes';
    const encoding = encodingOfText(payload);
    const values = { kind, position, ...(encoding && { encoding }) };
    yield found(isPython ? 'payload-python' : 'payload-not-json', values);
  } else if (typeof json === 'string' && isRecord(parse(json))) {
    yield found('payload-double-encoded');
  } else if (!isRecord(json)) yield found('payload-not-object', { got: typeOf(json) });
  else yield* keyFindings(json, severities, found);
}

function* keyFindings(
  json: Json,
  severities: Severities,
  found: (id: FindingId, values?: Finding['values']) => Finding,
): Generator<Finding> {
  const { room_id: room, privilege, stream_id_list: streams } = json;
  if (typeof room !== 'string' || room === '') {
    yield found('room-id-missing', { got: typeOf(room), key: nearMiss(json, 'room_id') });
  }
  if (isRecord(privilege) && Object.keys(privilege).length > 0) {
    yield* privilegeFindings(privilege, severities);
  } else {
    const key = nearMiss(json, 'privilege');
    yield found('privilege-missing', { got: typeOf(privilege), key });
  }
  const key = nearMiss(json, 'stream_id_list');
  if (key) yield finding('stream-list-renamed', { key });

  const isList = Array.isArray(streams) && streams.every((stream) => typeof stream === 'string');
  if ((streams ?? null) !== null && !isList) {
    yield finding('stream-list-invalid', { got: typeOf(streams) }, severities.publish);
  }
}

function* privilegeFindings(privilege: Json, severities: Severities): Generator<Finding> {
  const unknown = Object.keys(privilege).filter((key) => key !== '1' && key !== '2');
  if (unknown.length > 0) {
    const keys = unknown.slice(0, 3).map((key) => (isShowable(key) ? key : '?'));
    const meant = BITS.filter((bit) => unknown.some((key) => isMeantFor(key, bit)));
    yield finding('privilege-unknown-key', {
      keys: keys.join(', '),
      meant: meant.map((bit) => `"${bit}"`).join(', '),
    });
  }
  for (const bit of BITS) {
    const value = Object.hasOwn(privilege, bit) ? privilege[bit] : undefined;
    const severity = bit === '1' ? severities.login : severities.publish;
    if (value === undefined) yield finding('privilege-bit-missing', { bit }, severity);
    else if (value !== 0 && value !== 1) {
      const got = typeof value === 'number' ? value : typeOf(value);
      yield finding('privilege-bit-invalid', { bit, got }, severity);
    }
  }
}
