import { hexToBytes } from '@noble/ciphers/utils.js';
import { BLOCK_BYTES, readFrame } from '@token04/core/format';
import { decodeBase64, isHex } from './base64.ts';
import { decodeUtf8 } from './bytes.ts';
import { mistakenKeysOf, properKeys } from './cipher/keys.ts';
import { isWhole, type Opened, openBody, type Round } from './cipher/open.ts';
import { encodingOfBytes } from './encodings.ts';
import { type Finding, finding } from './findings.ts';
import { fits, hasHead, isSound, isTime } from './frame/frame.ts';
import { foreignReadings, isWeighty, type Reading } from './frame/readings.ts';
import { trueLengthReadings } from './frame/true-length.ts';
import { type DiagnoseOptions, nowOf } from './options.ts';

/** What the bytes of a body are. */
export interface ReadBytes {
  /** Undefined where no way to read them is better than another. */
  readonly reading: Reading | undefined;
  readonly opened: Opened | undefined;
  readonly findings: readonly Finding[];
}

const BASE64 = /^[A-Za-z0-9+/_-]{16,}={0,2}$/;

/**
 * How the bytes are to be read. The frame of token04 comes first; where it does not fit, the ways in
 * which people write their own are searched. With a secret, the one that decrypts to claims is
 * proved; without, one has to say much that chance would not.
 */
export function readBytes(
  bytes: Uint8Array,
  secrets: readonly string[],
  options: DiagnoseOptions,
): ReadBytes {
  if (isSalted(bytes)) return nothing(finding('passphrase'));
  const withTrueLength = trueLengthReadings(bytes).map(decodeTexts);
  const whole = open(withTrueLength);
  const isLengthWrong = whole !== undefined && isWhole(whole);
  const frame = readFrame(bytes);
  const own = frame.missing > 0 ? undefined : { frame, deviations: [], weight: 0 };
  if (!own && hasHead(bytes) && !isLengthWrong) {
    return nothing(finding('truncated', { missing: frame.missing }));
  }
  const foreign = own && isSound(own.frame) ? [] : foreignReadings(bytes, nowOf(options));
  const readings = [...(own ? [inItsPlace(own, foreign)] : []), ...foreign].map(decodeTexts);
  const opened = isLengthWrong ? whole : open(readings);
  const [first] = readings;
  const reading =
    opened?.reading ??
    withTrueLength.find(isNamed) ??
    (own && first && (fits(own.frame) || hasHead(bytes)) ? first : readings.find(isNamed));
  if (reading && isPassphrase(reading)) return nothing(finding('passphrase'));

  if (!reading) {
    const encoding = encodingOfBytes(bytes);
    return nothing(finding('frame-foreign', encoding ? { encoding } : { like: likeOf(bytes) }));
  }
  const isProved = opened !== undefined && reading.deviations.length > 0;
  const proof = isProved ? [finding('reading-proved')] : [];
  return { reading, opened, findings: [...reading.deviations, ...proof] };

  function open(ways: readonly Reading[]): Opened | undefined {
    return openBody(rounds(ways, secrets, options.otherSecrets ?? []));
  }

  function isNamed(each: Reading): boolean {
    return each.deviations.length > 0 && isWeighty(each);
  }
}

/**
 * What is right comes first, and mostly is all: no other key is even made then. Then each key is
 * prepared once for all readings, which takes longer than to decrypt the beginnings of them all.
 */
function* rounds(
  readings: readonly Reading[],
  secrets: readonly string[],
  otherSecrets: readonly string[],
): Generator<Round> {
  if (secrets.length === 0 || readings.length === 0) return;
  const proper = properKeys(secrets);
  yield { readings: readings.slice(0, 1), keys: proper };
  yield { readings: readings.slice(1), keys: proper };
  yield { readings, keys: mistakenKeysOf(secrets, otherSecrets, proper) };
}

function nothing(found: Finding): ReadBytes {
  return { reading: undefined, opened: undefined, findings: [found] };
}

/** Where only the expire lies in another way, that is how the frame is read. */
function inItsPlace(own: Reading, foreign: readonly Reading[]): Reading {
  const { iv, ciphertext, expire = 0 } = own.frame;
  if (isTime(expire) || isTime(expire / 1000)) return own;
  return (
    foreign.find(
      ({ frame }) =>
        frame.iv.byteOffset === iv.byteOffset &&
        frame.ciphertext.byteOffset === ciphertext.byteOffset &&
        frame.ciphertext.length === ciphertext.length,
    ) ?? own
  );
}

/** An IV or a ciphertext that is text was encoded by a library, and then not decoded again. */
function decodeTexts(reading: Reading): Reading {
  const { frame, weight } = reading;
  const deviations = [...reading.deviations];
  const decoded = (bytes: Uint8Array, id: 'iv-as-text' | 'ciphertext-as-text'): Uint8Array => {
    const text = decodeUtf8(bytes)?.trim() ?? '';
    const as = isHex(text) ? 'hex' : BASE64.test(text) ? 'base64' : undefined;
    const raw = as === 'hex' ? hexToBytes(text) : as && decodeBase64(text);
    if (!raw) return bytes;
    deviations.push(finding(id, { as: as as string }));
    return raw;
  };
  const ciphertext = decoded(frame.ciphertext, 'ciphertext-as-text');
  // The IVs of the official generators are sixteen letters and digits, and mean themselves.
  const iv = frame.iv.length > 16 ? decoded(frame.iv, 'iv-as-text') : frame.iv;
  if (deviations.length === reading.deviations.length) return reading;
  return { frame: { ...frame, iv, ciphertext }, deviations, weight };
}

/** OpenSSL begins so what it encrypts with a passphrase, and CryptoJS does the same. */
function isSalted(bytes: Uint8Array): boolean {
  return decodeUtf8(bytes.subarray(0, 8)) === 'Salted__';
}

function isPassphrase({ frame }: Reading): boolean {
  return isSalted(frame.ciphertext);
}

/** Any bytes of such a length may be an IV, and behind it a ciphertext. */
function likeOf({ length }: Uint8Array): string {
  return length >= 3 * BLOCK_BYTES && length % BLOCK_BYTES === 0 ? 'iv-ciphertext' : 'unknown';
}
