import { CLIENT_CODES } from '@token04/core/format';

/** How much a finding matters: an error is a cause of refusal, a warning is likely to become one. */
export type Severity = 'error' | 'warning' | 'info';

/** What can be found. Stable: programs may branch on it. The most important come first. */
export type FindingId =
  // What was given is something else.
  | 'empty'
  | 'too-long'
  | 'token03'
  | 'jwt'
  | 'whip'
  | 'credential-as-token'
  | 'not-a-token'
  // It was damaged on the way.
  | 'truncated'
  | 'version-missing'
  | 'plus-as-blank'
  | 'percent-encoded'
  | 'url-alphabet'
  | 'line-breaks'
  | 'json-escapes'
  | 'padding-missing'
  | 'foreign-characters'
  | 'base64-not-canonical'
  | 'trailing-data'
  // Its frame does not fit together.
  | 'gcm-mode-byte-missing'
  | 'mode-byte-wrong'
  | 'iv-length'
  | 'ciphertext-length'
  | 'outer-expire-range'
  // The secret.
  | 'key-app-sign'
  | 'key-hex-decoded'
  | 'key-cut'
  | 'key-base64-decoded'
  | 'key-hashed'
  | 'secret-case'
  | 'secret-is-app-sign'
  | 'secret-length'
  | 'wrong-secret'
  // What the token says.
  | 'plaintext-not-json'
  | 'plaintext-double-encoded'
  | 'app-id-not-a-number'
  | 'nonce-not-int32'
  | 'payload-object'
  | 'field-missing'
  | 'field-invalid'
  | 'expire-mismatch'
  | 'user-id-empty'
  | 'ttl-not-positive'
  | 'app-id-mismatch'
  | 'user-id-mismatch'
  | 'kit-damaged'
  | 'kit-mismatch'
  | 'expired'
  | 'expires-soon'
  // The room.
  | 'payload-object-as-text'
  | 'payload-double-encoded'
  | 'payload-not-json'
  | 'payload-not-object'
  | 'room-id-missing'
  | 'privilege-missing'
  | 'privilege-unknown-key'
  | 'privilege-bit-missing'
  | 'privilege-bit-invalid'
  | 'stream-list-invalid'
  | 'room-mismatch'
  | 'login-denied'
  | 'publish-denied'
  | 'stream-not-listed'
  // The product.
  | 'zim-payload'
  | 'zim-lifetime'
  | 'user-id-profile'
  // What is odd, or good to know.
  | 'made-in-the-future'
  | 'times-in-milliseconds'
  | 'ttl-timestamp'
  | 'ttl-milliseconds'
  | 'secret-blanks'
  | 'quotes'
  | 'bearer'
  | 'text-around'
  | 'kit-token'
  | 'in-url'
  | 'blanks-around'
  | 'no-secret'
  | 'cbc';

/** One thing that was found. `explain` has the words for it. */
export interface Finding {
  id: FindingId;
  severity: Severity;
  /** What ZEGO's client SDKs show in this case; empty if nothing. */
  clientCodes: number[];
  /** Numbers and names for the texts; never a secret, a plaintext or a token. */
  values: { readonly [name: string]: string | number };
}

// docs/specification.md, 7, in the grouping of the core's errors.
const {
  absent: NO_TOKEN,
  version: VERSION,
  format: MALFORMED,
  decryption: KEY,
  nonce: NONCE,
  appId: APP_ID,
  userId: USER_ID,
  expire: TIME,
  expired: EXPIRED,
  zimExpiresSoon: EXPIRES_SOON,
  zimLivesLong: LIVES_LONG,
  zimPayload: ZIM,
} = CLIENT_CODES;
const PAYLOAD = [1002075];
const LOGIN = [1002033];
const PUBLISH = [1002082];
const NONE: number[] = [];

const FINDINGS: { readonly [id in FindingId]: readonly [Severity, readonly number[]] } = {
  empty: ['error', NO_TOKEN],
  'too-long': ['error', MALFORMED],
  token03: ['error', VERSION],
  jwt: ['error', VERSION],
  whip: ['error', VERSION],
  'credential-as-token': ['error', VERSION],
  'not-a-token': ['error', VERSION],

  truncated: ['error', MALFORMED],
  'version-missing': ['error', VERSION],
  'plus-as-blank': ['error', MALFORMED],
  'percent-encoded': ['error', MALFORMED],
  'url-alphabet': ['error', MALFORMED],
  'line-breaks': ['error', MALFORMED],
  'json-escapes': ['error', MALFORMED],
  'padding-missing': ['error', MALFORMED],
  'foreign-characters': ['error', MALFORMED],
  'base64-not-canonical': ['error', MALFORMED],
  'trailing-data': ['error', MALFORMED],

  'gcm-mode-byte-missing': ['error', MALFORMED],
  'mode-byte-wrong': ['error', MALFORMED],
  'iv-length': ['error', MALFORMED],
  'ciphertext-length': ['error', MALFORMED],
  'outer-expire-range': ['error', MALFORMED],

  'key-app-sign': ['error', KEY],
  'key-hex-decoded': ['error', KEY],
  'key-cut': ['error', KEY],
  'key-base64-decoded': ['error', KEY],
  'key-hashed': ['error', KEY],
  'secret-case': ['error', KEY],
  'secret-is-app-sign': ['error', KEY],
  'secret-length': ['error', KEY],
  'wrong-secret': ['error', KEY],

  'plaintext-not-json': ['error', MALFORMED],
  'plaintext-double-encoded': ['error', MALFORMED],
  'app-id-not-a-number': ['error', APP_ID],
  'nonce-not-int32': ['error', NONCE],
  'payload-object': ['error', MALFORMED],
  'field-missing': ['error', MALFORMED],
  'field-invalid': ['error', MALFORMED],
  'expire-mismatch': ['error', TIME],
  'user-id-empty': ['error', USER_ID],
  'ttl-not-positive': ['error', TIME],
  'app-id-mismatch': ['error', APP_ID],
  'user-id-mismatch': ['error', USER_ID],
  'kit-damaged': ['error', NONE],
  'kit-mismatch': ['error', NONE],
  expired: ['error', EXPIRED],
  'expires-soon': ['error', EXPIRES_SOON],

  'payload-object-as-text': ['error', PAYLOAD],
  'payload-double-encoded': ['error', PAYLOAD],
  'payload-not-json': ['error', PAYLOAD],
  'payload-not-object': ['error', PAYLOAD],
  'room-id-missing': ['error', PAYLOAD],
  'privilege-missing': ['error', PAYLOAD],
  'privilege-unknown-key': ['warning', NONE],
  'privilege-bit-missing': ['error', LOGIN],
  'privilege-bit-invalid': ['error', LOGIN],
  'stream-list-invalid': ['error', PAYLOAD],
  'room-mismatch': ['error', LOGIN],
  'login-denied': ['error', LOGIN],
  'publish-denied': ['error', PUBLISH],
  'stream-not-listed': ['error', PUBLISH],

  'zim-payload': ['error', ZIM],
  'zim-lifetime': ['error', LIVES_LONG],
  'user-id-profile': ['warning', NONE],

  'made-in-the-future': ['warning', NONE],
  'times-in-milliseconds': ['warning', NONE],
  'ttl-timestamp': ['warning', NONE],
  'ttl-milliseconds': ['warning', NONE],
  'secret-blanks': ['warning', NONE],
  quotes: ['warning', MALFORMED],
  bearer: ['warning', VERSION],
  'text-around': ['warning', MALFORMED],
  'kit-token': ['info', NONE],
  'in-url': ['info', NONE],
  'blanks-around': ['info', NONE],
  'no-secret': ['info', NONE],
  cbc: ['info', NONE],
};

/** Every id, the most important first. */
export const FINDING_IDS: readonly FindingId[] = /* @__PURE__ */ Object.keys(
  FINDINGS,
) as FindingId[];

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function finding(
  id: FindingId,
  values: Finding['values'] = {},
  severity: Severity = FINDINGS[id][0],
): Finding {
  // What is wrong with the bit of publishing is seen when somebody publishes.
  const codes = values['bit'] === '2' ? PUBLISH : codesOfField(id, values['field']);
  return { id, severity, clientCodes: [...codes], values };
}

/** A missing or wrong field of the claims has a code of its own. */
function codesOfField(id: FindingId, field: string | number | undefined): readonly number[] {
  const isOfField = id === 'field-missing' || id === 'field-invalid';
  return (isOfField && FIELD_CODES[field as string]) || FINDINGS[id][1];
}

const FIELD_CODES: { readonly [field: string]: readonly number[] } = {
  app_id: APP_ID,
  user_id: USER_ID,
  ctime: TIME,
  expire: TIME,
  nonce: NONCE,
};

/** The most important first: by severity, then in the order of {@link FINDING_IDS}. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = (each: Finding): number =>
    SEVERITIES.indexOf(each.severity) * FINDING_IDS.length + FINDING_IDS.indexOf(each.id);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}
