import { isText } from '@token04/core/check';
import { MAX_APP_ID } from '@token04/core/format';
import type { Token04Claims } from '@token04/core/web';
import type { FindingId } from '../finding-ids.ts';
import { type Finding, finding } from '../findings.ts';
import { type Json, typeOf } from '../json.ts';
import { type Name, nearMiss } from './near-miss.ts';

/** What came of reading the fields: claims that are right, or as far as they can be read. */
export interface ReadFields {
  readonly findings: readonly Finding[];
  /** Undefined where one is missing or wrong. */
  readonly claims: Token04Claims | undefined;
}

/** What the fields say, and what is wrong with their names and types. */
export function readFields(fields: Json): ReadFields {
  const findings: Finding[] = [];
  const missing: Finding[] = [];
  const field = <T>(
    name: Name,
    isRight: (value: unknown) => boolean,
    wrong: FindingId = 'field-invalid',
  ): T => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) missing.push(missingField(name, fields));
    else if (!isRight(value)) findings.push(finding(wrong, { field: name, got: typeOf(value) }));
    return value as T;
  };
  const isAppIdOfType = typeof fields['app_id'] === 'number';
  const isPayloadObject = ['object', 'array'].includes(typeOf(fields['payload']));
  const claims: Token04Claims = {
    appId: field('app_id', isAppId, isAppIdOfType ? 'field-invalid' : 'app-id-not-a-number'),
    userId: field('user_id', isText),
    // + 0, as JSON knows a -0.
    ctime: field<number>('ctime', Number.isSafeInteger) + 0,
    expire: field<number>('expire', Number.isSafeInteger) + 0,
    nonce: field<number>('nonce', Number.isSafeInteger, 'nonce-invalid') + 0,
    // Absent or null, it is the empty one.
    payload:
      (fields['payload'] ?? null) === null
        ? ''
        : field('payload', isText, isPayloadObject ? 'payload-object' : 'field-invalid'),
  };
  findings.push(...missing);
  return { findings, claims: findings.length === 0 ? claims : undefined };
}

/** A field that is there under another name is not missing: it was renamed. */
function missingField(field: Name, fields: Json): Finding {
  const key = nearMiss(fields, field);
  return key ? finding('field-renamed', { field, key }) : finding('field-missing', { field });
}

function isAppId(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_APP_ID;
}
