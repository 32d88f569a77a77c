import { isRecord } from '@token04/core/check';
import { encodingOfText } from '../encodings.ts';
import type { FindingId } from '../finding-ids.ts';
import { type Finding, finding, type Severity } from '../findings.ts';
import { type Json, parse, typeOf } from '../json.ts';
import { findJsonBreak } from '../json-break.ts';
import { isShowable, nearMiss } from './near-miss.ts';

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
    const { kind = 'no-JSON', position = 0 } = findJsonBreak(payload) ?? {};
    const encoding = encodingOfText(payload);
    if (kind === 'python') yield found('payload-python', { position });
    else yield found('payload-not-json', { kind, position, ...(encoding && { encoding }) });
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
    yield found('room-id-missing', { key: nearMiss(json, 'room_id') });
  }
  if (isRecord(privilege) && Object.keys(privilege).length > 0) {
    yield* privilegeFindings(privilege, severities);
  } else {
    yield found('privilege-missing', { key: nearMiss(json, 'privilege') });
  }
  const key = nearMiss(json, 'stream_id_list');
  if (key) yield finding('stream-list-renamed', { key });

  const isList = Array.isArray(streams) && streams.every((stream) => typeof stream === 'string');
  if ((streams ?? null) !== null && !isList) {
    yield finding('stream-list-invalid', {}, severities.publish);
  }
}

function* privilegeFindings(privilege: Json, severities: Severities): Generator<Finding> {
  const unknown = Object.keys(privilege).filter((key) => key !== '1' && key !== '2');
  if (unknown.length > 0) {
    const keys = unknown.slice(0, 3).map((key) => (isShowable(key) ? key : '?'));
    yield finding('privilege-unknown-key', { keys: keys.join(', ') });
  }
  for (const bit of ['1', '2'] as const) {
    const value = Object.hasOwn(privilege, bit) ? privilege[bit] : undefined;
    const severity = bit === '1' ? severities.login : severities.publish;
    if (value === undefined) yield finding('privilege-bit-missing', { bit }, severity);
    else if (value !== 0 && value !== 1) {
      yield finding('privilege-bit-invalid', { bit, got: typeOf(value) }, severity);
    }
  }
}
