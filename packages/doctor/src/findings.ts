import { CLIENT_CODES } from '@token04/core/format';
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

const { absent, version, format, decryption, appId, userId, expire, nonce, expired } = CLIENT_CODES;
const { zimPayload, zimExpiresSoon, zimLivesLong } = CLIENT_CODES;
// The room's own decisions are seen in Express native alone.
const PAYLOAD = [1002075];
const LOGIN = [1002033];
const PUBLISH = [1002082];
const NONE: readonly number[] = [];

type Fact = readonly [severity: Severity, codes: readonly number[]];

/** Where a group of findings shares severity and codes. */
function each(fact: Fact, ...ids: FindingId[]): [FindingId, Fact][] {
  return ids.map((id) => [id, fact]);
}

/** Whatever is not named here is malformed. */
const FACTS: ReadonlyMap<FindingId, Fact> = /* @__PURE__ */ new Map([
  ...each(['error', absent], 'empty', 'not-set'),
  ...each(['error', version], 'object-as-text', 'promise-as-text', 'bytes-as-text', 'placeholder'),
  ...each(['error', version], 'error-as-text', 'html-page', 'json-error', 'token03', 'jwt-claims'),
  ...each(['error', version], 'jwt-in-kit-token', 'jwt', 'foreign-token', 'whip', 'not-a-token'),
  ...each(['error', version], 'credential-as-token', 'version-missing'),
  ...each(['error', decryption], 'key-app-sign', 'key-other-secret', 'key-hex-decoded', 'key-cut'),
  ...each(['error', decryption], 'key-padded', 'key-quoted', 'key-base64-decoded', 'key-encoded'),
  ...each(
    ['error', decryption],
    'key-hashed',
    'secret-case',
    'secret-is-app-sign',
    'secret-length',
  ),
  ...each(
    ['error', decryption],
    'cipher-ecb',
    'cipher-ctr',
    'cipher-cfb',
    'cipher-ofb',
    'wrong-secret',
  ),
  ...each(['error', decryption], 'padding-wrong', 'iv-other', 'gcm-tag-place', 'gcm-tag-wrong'),
  ...each(['error', decryption], 'ciphertext-altered'),
  ...each(['error', appId], 'app-id-not-a-number', 'app-id-mismatch'),
  ...each(['error', userId], 'user-id-mismatch', 'user-id-empty'),
  ...each(['error', expire], 'expire-mismatch', 'ttl-not-positive', 'outer-expire-range'),
  ...each(['error', nonce], 'nonce-invalid'),
  ...each(['error', NONE], 'client-code', 'kit-missing', 'kit-damaged', 'kit-mismatch'),
  ...each(['error', expired], 'expired'),
  ...each(['error', zimExpiresSoon], 'expires-soon'),
  ...each(['error', PAYLOAD], 'payload-object-as-text', 'payload-double-encoded', 'payload-python'),
  ...each(['error', PAYLOAD], 'payload-not-json', 'payload-not-object', 'room-id-missing'),
  ...each(['error', PAYLOAD], 'privilege-missing', 'stream-list-invalid'),
  ...each(['error', LOGIN], 'privilege-bit-missing', 'privilege-bit-invalid', 'room-mismatch'),
  ...each(['error', LOGIN], 'login-denied'),
  ...each(['error', PUBLISH], 'publish-denied', 'stream-not-listed'),
  ...each(['error', zimPayload], 'product-payload'),
  ...each(['error', zimLivesLong], 'product-lifetime'),
  ...each(['warning', NONE], 'user-id-profile', 'room-id-profile', 'stream-id-profile'),
  ...each(['warning', NONE], 'privilege-unknown-key', 'privileges-beside-payload', 'nonce-large'),
  ...each(['warning', NONE], 'stream-list-renamed', 'made-in-the-future', 'times-in-milliseconds'),
  ...each(['warning', NONE], 'ttl-timestamp', 'ttl-milliseconds', 'secret-blanks'),
  ...each(['warning', NONE], 'kit-wrapped-twice'),
  ...each(['warning', NONE], 'outer-expire-milliseconds'),
  ...each(['warning', format], 'quotes', 'text-around'),
  ...each(['warning', version], 'bearer'),
  ...each(['warning', format], 'several-tokens'),
  ...each(['info', NONE], 'reading-proved', 'kit-token', 'in-url'),
  ...each(['info', NONE], 'blanks-around', 'no-secret', 'cbc'),
]);
const BY_DEFAULT: Fact = ['error', format];

/** A claim of the wrong type has the code of its field. */
const CODES_OF_FIELDS: { readonly [field: string]: readonly number[] } = {
  app_id: appId,
  user_id: userId,
  ctime: expire,
  expire: expire,
  nonce: nonce,
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

/** The most important first: by severity, then in the order of {@link FINDING_IDS}. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity, id }: Finding): number =>
    SEVERITIES.indexOf(severity) * FINDING_IDS.length + FINDING_IDS.indexOf(id);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}
