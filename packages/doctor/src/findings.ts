import { FINDING_IDS, type FindingId } from './finding-ids.ts';

/** How much a finding matters: an error is a cause of refusal, a warning is likely to become one. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing that was found. `explain` has the words for it. */
export interface Finding {
  id: FindingId;
  severity: Severity;
  /** What ZEGO's client SDKs show in this case; empty if nothing. `explainCode` has their words. */
  clientCodes: number[];
  /** Numbers and names for the texts; never a secret, a plaintext or a token. */
  values: { readonly [name: string]: string | number };
}

// docs/specification.md, 7, in the grouping of the core's errors.
const INVALID = [1102016, 6000101, 6000103];
const NO_TOKEN = [1002067, 1100001, 6000103];
const VERSION = [1002079, 1102016, 6000107];
const MALFORMED = [1002075, ...INVALID];
const KEY = [1002033, ...INVALID];
const APP_ID = [1002076, ...INVALID];
const USER_ID = [1002077, ...INVALID];
const VALIDITY = [1002078, ...INVALID];
const NONCE = [1002080, ...INVALID];
const EXPIRED = [1002078, 1102018, 6000106];
const EXPIRES_SOON = [6000108];
const PAYLOAD = [1002075];
const LOGIN = [1002033];
const PUBLISH = [1002082];
const ZIM = [6000101, 6000103];
const ZIM_LIFETIME = [6000109];
const NONE: readonly number[] = [];

type Fact = readonly [severity: Severity, codes: readonly number[]];

/** Where a group of findings shares severity and codes. */
function each(fact: Fact, ...ids: FindingId[]): [FindingId, Fact][] {
  return ids.map((id) => [id, fact]);
}

/** Whatever is not named here is malformed. */
const FACTS: ReadonlyMap<FindingId, Fact> = /* @__PURE__ */ new Map([
  ...each(['error', NO_TOKEN], 'empty', 'not-set'),
  ...each(['error', VERSION], 'object-as-text', 'promise-as-text', 'bytes-as-text', 'placeholder'),
  ...each(['error', VERSION], 'error-as-text', 'html-page', 'json-error', 'token03', 'jwt-claims'),
  ...each(['error', VERSION], 'jwt-in-kit-token', 'jwt', 'foreign-token', 'whip', 'not-a-token'),
  ...each(['error', VERSION], 'credential-as-token', 'version-missing'),
  ...each(['error', KEY], 'key-app-sign', 'key-other-secret', 'key-hex-decoded', 'key-cut'),
  ...each(['error', KEY], 'key-padded', 'key-quoted', 'key-base64-decoded', 'key-encoded'),
  ...each(['error', KEY], 'key-hashed', 'secret-case', 'secret-is-app-sign', 'secret-length'),
  ...each(['error', KEY], 'cipher-ecb', 'cipher-ctr', 'cipher-cfb', 'cipher-ofb', 'wrong-secret'),
  ...each(['error', KEY], 'padding-wrong', 'iv-other', 'gcm-tag-place', 'gcm-tag-wrong'),
  ...each(['error', KEY], 'ciphertext-altered'),
  ...each(['error', APP_ID], 'app-id-not-a-number', 'app-id-mismatch'),
  ...each(['error', USER_ID], 'user-id-mismatch'),
  ...each(['error', NONCE], 'nonce-invalid'),
  ...each(['error', NONE], 'client-code', 'kit-missing', 'kit-damaged', 'kit-mismatch'),
  ...each(['error', EXPIRED], 'expired'),
  ...each(['error', EXPIRES_SOON], 'expires-soon'),
  ...each(['error', PAYLOAD], 'payload-object-as-text', 'payload-double-encoded', 'payload-python'),
  ...each(['error', PAYLOAD], 'payload-not-json', 'payload-not-object', 'room-id-missing'),
  ...each(['error', PAYLOAD], 'privilege-missing', 'stream-list-invalid'),
  ...each(['error', LOGIN], 'privilege-bit-missing', 'privilege-bit-invalid', 'room-mismatch'),
  ...each(['error', LOGIN], 'login-denied'),
  ...each(['error', PUBLISH], 'publish-denied', 'stream-not-listed'),
  ...each(['error', ZIM], 'product-payload'),
  ...each(['error', ZIM_LIFETIME], 'product-lifetime'),
  ...each(['warning', NONE], 'user-id-profile'),
  ...each(['warning', NONE], 'privilege-unknown-key', 'privileges-beside-payload', 'nonce-large'),
  ...each(['warning', NONE], 'stream-list-renamed', 'made-in-the-future', 'times-in-milliseconds'),
  ...each(['warning', NONE], 'ttl-timestamp', 'ttl-milliseconds', 'secret-blanks'),
  ...each(['warning', NONE], 'kit-wrapped-twice'),
  ...each(['warning', NONE], 'outer-expire-milliseconds'),
  ...each(['warning', MALFORMED], 'quotes', 'text-around'),
  ...each(['warning', VERSION], 'bearer'),
  ...each(['info', NONE], 'several-tokens', 'reading-proved', 'kit-token', 'in-url'),
  ...each(['info', NONE], 'blanks-around', 'no-secret', 'cbc'),
]);
const BY_DEFAULT: Fact = ['error', MALFORMED];

/** A claim of the wrong type has the code of its field. */
const CODES_OF_FIELDS: { readonly [field: string]: readonly number[] } = {
  app_id: APP_ID,
  user_id: USER_ID,
  ctime: VALIDITY,
  expire: VALIDITY,
  nonce: NONCE,
};

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function finding(
  id: FindingId,
  values: Finding['values'] = {},
  severity?: Severity,
  clientCodes?: readonly number[],
): Finding {
  const [usual, codes] = FACTS.get(id) ?? BY_DEFAULT;
  const shown = clientCodes ?? codesOf(values, codes);
  return { id, severity: severity ?? usual, clientCodes: [...shown], values };
}

function codesOf(values: Finding['values'], codes: readonly number[]): readonly number[] {
  // A code that was asked about is what is seen.
  if (typeof values['code'] === 'number') return [values['code']];
  // What is wrong with the bit of publishing is seen when somebody publishes.
  if (values['bit'] === '2') return PUBLISH;
  return CODES_OF_FIELDS[values['field'] ?? ''] ?? codes;
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
  const rank = ({ severity, id }: Finding): number =>
    SEVERITIES.indexOf(severity) * FINDING_IDS.length + FINDING_IDS.indexOf(id);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}
