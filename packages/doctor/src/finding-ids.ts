/**
 * What can be found, the most important first. A group has its severity and what a client shows: a
 * fault of the core's CLIENT_CODES, a decision of the room, nothing, or what it shows for the input as
 * it was passed, whatever the mistake is.
 */
const GROUPS = [
  // What was given is something else.
  ['error', 'absent', 'empty'],
  ['error', 'asPassed', 'too-long'],
  ['error', 'absent', 'not-set'],
  [
    'error',
    'asPassed',
    'object-as-text',
    'promise-as-text',
    'bytes-as-text',
    'placeholder',
    'error-as-text',
    'html-page',
    'json-error',
  ],
  ['error', 'none', 'client-code'],
  [
    'error',
    'asPassed',
    'token03',
    'jwt-claims',
    'jwt-in-kit-token',
    'jwt',
    'foreign-token',
    'whip',
    'credential-as-token',
    'not-a-token',
    // It was damaged on the way.
    'shortened',
    'case-lost',
    'utf8-mangled',
    'truncated',
    'version-missing',
    'version-twice',
    'base64-twice',
    'hex-text',
    'plus-as-blank',
    'percent-encoded',
    'html-entities',
    'url-alphabet',
    'line-breaks',
    'json-escapes',
    'invisible-characters',
    'padding-missing',
    'foreign-characters',
    'base64-not-canonical',
    'trailing-data',
    // Its frame is another one.
    'claims-unencrypted',
    'frame-json',
    'passphrase',
    'frame-foreign',
    'frame-prefix',
    'frame-suffix',
    'expire-missing',
    'expire-32-bit',
    'expire-little-endian',
    'expire-as-text',
    'lengths-missing',
    'lengths-8-bit',
    'lengths-32-bit',
    'lengths-little-endian',
    'ciphertext-length-wrong',
    'field-order',
    'iv-missing',
    'iv-as-text',
    'ciphertext-as-text',
    // Its frame does not fit together.
    'gcm-mode-byte-missing',
    'mode-byte-wrong',
    'iv-length',
    'ciphertext-length',
  ],
  ['warning', 'none', 'outer-expire-milliseconds'],
  ['error', 'expire', 'outer-expire-range'],
  // The cipher.
  [
    'error',
    'asPassed',
    'cipher-ecb',
    'cipher-ctr',
    'cipher-cfb',
    'cipher-ofb',
    'padding-wrong',
    'iv-other',
    'gcm-tag-place',
    'gcm-tag-wrong',
    'ciphertext-altered',
    // The secret.
    'key-app-sign',
    'key-other-secret',
    'key-hex-decoded',
    'key-cut',
    'key-padded',
    'key-quoted',
    'key-base64-decoded',
    'key-encoded',
    'key-hashed',
    'secret-case',
    'secret-is-app-sign',
    'secret-length',
    'wrong-secret',
    // What the token says.
    'plaintext-quotes',
    'plaintext-python',
    'plaintext-json-broken',
    'plaintext-not-json',
  ],
  ['error', 'format', 'plaintext-double-encoded', 'field-renamed'],
  ['error', 'appId', 'app-id-not-a-number'],
  ['error', 'nonce', 'nonce-invalid'],
  ['error', 'format', 'payload-object', 'field-missing', 'field-invalid'],
  ['error', 'expire', 'expire-mismatch'],
  ['error', 'userId', 'user-id-empty'],
  ['error', 'expire', 'ttl-not-positive'],
  ['error', 'appId', 'app-id-mismatch'],
  ['error', 'userId', 'user-id-mismatch'],
  ['error', 'none', 'kit-missing'],
  ['error', 'format', 'kit-unexpected'],
  ['error', 'none', 'kit-damaged', 'kit-mismatch'],
  ['error', 'expired', 'expired'],
  ['error', 'zimExpiresSoon', 'expires-soon'],
  // The room.
  [
    'error',
    'roomPayload',
    'payload-object-as-text',
    'payload-double-encoded',
    'payload-python',
    'payload-not-json',
    'payload-not-object',
    'room-id-missing',
    'privilege-missing',
  ],
  ['warning', 'none', 'privilege-unknown-key'],
  ['error', 'roomLogin', 'privilege-bit-missing', 'privilege-bit-invalid'],
  ['error', 'roomPayload', 'stream-list-invalid'],
  ['error', 'roomLogin', 'room-mismatch', 'login-denied'],
  ['error', 'roomPublish', 'publish-denied', 'stream-not-listed'],
  // The product.
  ['error', 'zimPayload', 'product-payload'],
  ['error', 'zimLivesLong', 'product-lifetime'],
  [
    'warning',
    'none',
    'user-id-not-set',
    'room-id-not-set',
    'user-id-profile',
    'room-id-profile',
    'stream-id-profile',
    // What is odd, or good to know.
    'privileges-beside-payload',
    'stream-list-renamed',
    'nonce-large',
    'made-in-the-future',
    'times-in-milliseconds',
    'ttl-timestamp',
    'ttl-milliseconds',
    'secret-blanks',
    'kit-wrapped-twice',
  ],
  ['warning', 'asPassed', 'quotes', 'bearer', 'text-around', 'several-tokens'],
  ['info', 'none', 'reading-proved', 'kit-token'],
  ['info', 'asPassed', 'in-url', 'blanks-around'],
  ['info', 'none', 'no-secret', 'cbc'],
] as const;

type Group = (typeof GROUPS)[number];
type IdsOf<G> = G extends readonly [string, string, ...infer Ids] ? Ids[number] : never;

/** What can be found. */
export type FindingId = IdsOf<Group>;

/** How much a finding matters: an error is a cause of refusal, a warning is likely to become one. */
export type Severity = 'error' | 'warning' | 'info';

/** What a client shows where there is such a finding. */
export type Shown = Group[1];

/** What every finding with an ID has in common. */
export const FACTS: ReadonlyMap<FindingId, readonly [severity: Severity, shown: Shown]> =
  /* @__PURE__ */ new Map(
    GROUPS.flatMap(([severity, shown, ...ids]) =>
      ids.map((id) => [id, [severity, shown]] as const),
    ),
  );

/** What can be found. Stable: programs may branch on it. The most important come first. */
export const FINDING_IDS: readonly FindingId[] = /* @__PURE__ */ [...FACTS.keys()];
