import type { FindingId } from '../finding-ids.ts';

/** Who shows a code. */
export type Sdk =
  | 'express-native'
  | 'express-web'
  | 'express-web-old'
  | 'express-web-log'
  | 'range-scene'
  | 'range-scene-react-native'
  | 'zim'
  | 'zim-log'
  | 'uikit'
  | 'mini-game'
  | 'super-board'
  | 'digital-human'
  | 'room-kit';

/** What a code, or several, are about. The texts have words for it. */
export type Meaning =
  | 'app-id'
  | 'app-sign'
  | 'user-id-empty'
  | 'user-id-characters'
  | 'user-id-length'
  | 'room-id-empty'
  | 'room-id-characters'
  | 'room-id-length'
  | 'login-refused'
  | 'kicked-out'
  | 'no-token'
  | 'internal'
  | 'format'
  | 'token-app-id'
  | 'token-user-id'
  | 'token-validity'
  | 'token-version'
  | 'token-nonce'
  | 'renewed-without-publish'
  | 'publish-refused'
  | 'publish-prohibited'
  | 'play-refused'
  | 'music'
  | 'argument'
  | 'token-error'
  | 'token-expired'
  | 'authentication'
  | 'access-signature'
  | 'too-short'
  | 'too-long'
  | 'no-kit-token';

/** Codes of the same SDKs with the same meaning, or what is shown in words instead of a number. */
interface Entry {
  readonly codes: readonly (number | string)[];
  readonly sdks: readonly Sdk[];
  readonly meaning: Meaning;
  /** What the doctor finds in such a case, the likeliest first. */
  readonly causes: readonly FindingId[];
}

const entry = (
  codes: readonly (number | string)[],
  sdks: readonly Sdk[],
  meaning: Meaning,
  causes: readonly FindingId[] = [],
): Entry => ({ codes, sdks, meaning, causes });

const KEY: readonly FindingId[] = ['wrong-secret', 'key-app-sign', 'key-cut', 'key-hex-decoded'];
const ON_THE_WAY: readonly FindingId[] = ['plus-as-blank', 'percent-encoded', 'truncated'];
const CLAIMS: readonly FindingId[] = ['user-id-mismatch', 'app-id-mismatch'];
const INSTEAD: readonly FindingId[] = ['not-set', 'object-as-text', 'json-error'];
const EXPRESS: readonly Sdk[] = ['express-native', 'express-web'];

/**
 * Every code of ZEGO's client SDKs that is about tokens. Beside what is named below, each is in ZEGO's
 * published documentation (August 2026). docs/codes.md has the source of each. Nothing was tried on
 * ZEGO's servers.
 */
export const CATALOGUE: readonly Entry[] = [
  // Meanings by the error file of zego-express-engine-reactnative 3.22.0, which wraps the native SDK.
  entry([1001004], ['express-native'], 'app-id'),
  entry([1001005], ['express-native'], 'app-sign'),
  entry([1002005], EXPRESS, 'user-id-empty'),
  entry([1002006], EXPRESS, 'user-id-characters'),
  entry([1002007], EXPRESS, 'user-id-length'),
  entry([1002011], EXPRESS, 'room-id-empty'),
  entry([1002012], EXPRESS, 'room-id-characters'),
  entry([1002013], EXPRESS, 'room-id-length'),
  entry([1002033], ['express-native'], 'login-refused', [
    ...KEY,
    'expired',
    ...CLAIMS,
    'room-mismatch',
    'login-denied',
  ]),
  entry([1002056], ['express-native'], 'kicked-out', ['expired']),
  entry([1002067], ['express-native'], 'no-token', ['empty', 'not-set']),
  entry([1002074], ['express-native'], 'internal'),
  entry([1002075], ['express-native'], 'format', [
    ...ON_THE_WAY,
    'line-breaks',
    'payload-not-json',
    'payload-object',
    'frame-foreign',
  ]),
  entry([1002076], ['express-native'], 'token-app-id', ['app-id-mismatch', 'app-id-not-a-number']),
  entry([1002077], ['express-native'], 'token-user-id', ['user-id-mismatch']),
  entry([1002078], ['express-native'], 'token-validity', ['expired', 'ttl-not-positive']),
  entry([1002079], ['express-native'], 'token-version', [...INSTEAD, 'token03', 'jwt', 'bearer']),
  entry([1002080], ['express-native'], 'token-nonce', ['nonce-invalid']),
  entry([1002082], ['express-native'], 'renewed-without-publish', [
    'publish-denied',
    'stream-not-listed',
  ]),
  entry([1003072], ['express-native'], 'publish-refused', [
    'publish-denied',
    'stream-not-listed',
    'room-mismatch',
    'expired',
  ]),
  entry([1003025], ['express-native'], 'publish-prohibited'),
  entry([1004003], ['express-native'], 'play-refused', [...KEY, 'expired']),
  entry([1017009], ['express-native'], 'music', ['empty', 'not-set']),
  // By the documentation; in zego-express-engine-webrtc 3.12.0 another failure is 1011.
  entry([1000000101, 1011], ['express-web-old'], 'token-error', [...INSTEAD, ...ON_THE_WAY]),
  // The code of zego-express-engine-webrtc 3.12.0, as all that follow of Express Web.
  entry([1100001], ['express-web'], 'argument', ['empty', 'not-set']),
  entry([1102016], ['express-web'], 'token-error', [...KEY, ...CLAIMS, ...ON_THE_WAY, ...INSTEAD]),
  entry([1102018], ['express-web'], 'token-expired', ['expired']),
  entry([1102020, 1103019, 1104046], ['express-web'], 'authentication', [
    ...KEY,
    'login-denied',
    'publish-denied',
    'room-mismatch',
  ]),
  entry(
    [50116, 50118, 50119, 50120, 50121, 50122, 50124, 50125, 50126, 50127, 50128, 202002],
    ['express-web-log'],
    'token-error',
    [...KEY, ...CLAIMS, ...ON_THE_WAY],
  ),
  entry([50117, 50123], ['express-web-log'], 'token-expired', ['expired']),
  entry([20014], ['express-web-log'], 'access-signature', KEY),
  // By the documentation of the native SDK; in React Native these two are about items.
  entry([1019022, 1019027], ['range-scene'], 'token-error', [...KEY, 'expired', ...CLAIMS]),
  // The error file of zego-express-engine-reactnative 3.22.0.
  entry([1019006], ['range-scene-react-native'], 'token-error', [...KEY, ...CLAIMS]),
  entry([1019007], ['range-scene-react-native'], 'token-expired', ['expired']),
  // The code of zego-zim-web 2.29.0.
  entry([6000003], ['zim'], 'app-id'),
  entry([6000101], ['zim'], 'token-error', [...KEY, ...CLAIMS, 'product-payload', ...ON_THE_WAY]),
  entry([6000103], ['zim'], 'token-error', ['empty', ...INSTEAD, ...ON_THE_WAY, ...KEY]),
  entry([50111], ['zim-log'], 'token-error', [...KEY, ...CLAIMS]),
  entry([6000106], ['zim'], 'token-expired', ['expired']),
  entry([6000107], ['zim'], 'token-version', ['blanks-around', ...INSTEAD, 'token03', 'jwt']),
  entry([6000108], ['zim'], 'too-short', ['expires-soon']),
  entry([6000109], ['zim'], 'too-long', ['product-lifetime', 'ttl-timestamp', 'ttl-milliseconds']),
  // By the documentation alone.
  entry([7000004, 7200401, 7201002, 7201003, 7201005], ['mini-game'], 'token-error', [
    ...KEY,
    'expired',
    'product-payload',
  ]),
  entry([3100010, 3100011, 3131001], ['super-board'], 'token-error', [...KEY, 'expired']),
  entry([-200002], ['digital-human'], 'token-error', [...KEY, 'expired']),
  entry([4000008], ['room-kit'], 'token-error', ['expired', ...KEY]),
  // The code of zego-uikit-prebuilt 2.18.4.
  entry(['kitToken error'], ['uikit'], 'no-kit-token', ['kit-missing', 'kit-damaged']),
];

/** Every code that is a number, in the order of the catalogue. */
export const KNOWN_CODES: readonly number[] = /* @__PURE__ */ CATALOGUE.flatMap(({ codes }) =>
  codes.filter((code) => typeof code === 'number'),
);

/** What is known of a code as somebody typed it, and the code as it is shown. */
export function lookUp(typed: number | string): (Entry & { code: number | string }) | undefined {
  // A minus is often written as a dash.
  const text = String(typed).trim().replace(/^[−–]/, '-').toLowerCase();
  for (const entry of CATALOGUE) {
    const code = entry.codes.find((each) => String(each).toLowerCase() === text);
    if (code !== undefined) return { ...entry, code };
  }
  return undefined;
}

export function isClientCode(code: number): boolean {
  return lookUp(code) !== undefined;
}
