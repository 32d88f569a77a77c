import { MAX_APP_ID } from '@token04/core/format';
import type { Token04Claims } from '@token04/core/web';
import type { FindingId } from '../finding-ids.ts';
import { type Finding, finding } from '../findings.ts';
import { describe } from '../json.ts';

export type Fields = { readonly [name: string]: unknown };

/** What came of reading the fields: claims that are right, or as far as they can be read. */
export interface ReadFields {
  readonly findings: readonly Finding[];
  /** Undefined where one is missing or wrong. */
  readonly claims: Token04Claims | undefined;
}

/** What people call the fields, without their case, hyphens and underscores. */
const NEAR_MISSES: { readonly [name: string]: readonly string[] } = {
  app_id: ['appid', 'app', 'applicationid'],
  user_id: ['userid', 'uid', 'user', 'account', 'identity'],
  nonce: ['random', 'rand', 'noncestr'],
  ctime: ['createtime', 'createdat', 'iat', 'timestamp', 'time', 'createdtime'],
  expire: [
    'expired',
    'exp',
    'expiretime',
    'expireat',
    'expires',
    'expiresat',
    'expiration',
    'expiredts',
    'ttl',
    'effectivetimeinseconds',
  ],
};
const SHOWABLE = /^\w{1,24}$/;

/** What the fields say, and what is wrong with their names and types. */
export function readFields(fields: Fields): ReadFields {
  const findings: Finding[] = [];
  const missing: string[] = [];
  const field = <T>(
    name: string,
    isRight: (value: unknown) => boolean,
    wrong: FindingId = 'field-invalid',
  ): T => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined) missing.push(name);
    else if (!isRight(value)) findings.push(finding(wrong, { field: name, got: describe(value) }));
    return value as T;
  };
  const isAppIdOfType = typeof fields['app_id'] === 'number';
  const isPayloadObject = ['object', 'array'].includes(describe(fields['payload']));
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
  findings.push(...missing.map((name) => missingField(name, fields)));
  return { findings, claims: findings.length === 0 ? claims : undefined };
}

/** A field that is there under another name is not missing: it was renamed. */
function missingField(name: string, fields: Fields): Finding {
  const known = NEAR_MISSES[name] ?? [];
  const key = Object.keys(fields).find(
    (each) => each !== name && known.includes(each.toLowerCase().replace(/[_-]/g, '')),
  );
  return key !== undefined && SHOWABLE.test(key)
    ? finding('field-renamed', { field: name, key })
    : finding('field-missing', { field: name });
}

function isAppId(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_APP_ID;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value);
}
