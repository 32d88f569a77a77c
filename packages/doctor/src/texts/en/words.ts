import type { Difference } from '../../claims/difference.ts';
import type { Encoding } from '../../encodings.ts';
import { PRODUCTS, PROFILE_NAMES, type Service } from '../../products.ts';

type Value = string | number | undefined;

export const KEY_IS_TEXT =
  'Use the 32 characters of the ServerSecret, as text, as the key (AES-256).';
export const COPY_SECRET =
  'Copy the whole ServerSecret from the console again: it has 32 characters.';
export const BARE_SECRET =
  'Take them off where your server reads the secret, such as the .env file.';
export const SEND_UNCHANGED =
  'Send the token unchanged: in JSON, or through encodeURIComponent in a URL.';
export const SEE_ENDPOINT =
  'See whether your token endpoint failed, and the client went on without its answer.';
export const SEE_PASSED =
  'See what the client really passes: an error message, a whole answer, a file?';
export const BEFORE_HASH = 'Pass the part before the #, or use parseKitToken().';
export const TAKEN_OFF = 'It was read without that.';
export const NO_ID =
  'See where your server takes it from, and answer an error, not a token, where there is none.';
export const MAKE_TOKEN =
  'Use generateToken04 or an official generator, with appId and ServerSecret.';
export const MAKE_JSON = 'Make it with JSON.stringify(), json.dumps or json_encode, not by hand.';
export const MAKE_PAYLOAD = 'Make the payload with roomPayload(), or JSON.stringify() once.';
export const FIELDS = 'Write exactly app_id, user_id, nonce, ctime, expire and payload.';
export const NONCE = 'Draw an integer from −2147483648 to 2147483647, and write it as a number.';
export const PASS_SECONDS = 'Pass the seconds from now, such as 3600 for an hour.';
export const PRIVILEGES = '"1" is login, "2" is publishing; each is the number 0 or 1.';
export const FRAME =
  'Write the frame as expire (int64), length (uint16) and IV, length (uint16) and ciphertext.';
export const EXPIRE =
  'Write expire as a big-endian int64, in seconds: writeBigInt64BE, pack("J"), ">q", putLong.';
export const LENGTHS =
  'Write both lengths as big-endian uint16: writeUInt16BE, pack("n"), ">H", putShort.';
export const CIPHER =
  'Use AES-256-CBC with PKCS#7, or AES-256-GCM with the mode byte 1 at the end.';

type Words = readonly [words: string, nextStep?: string];

const SEE_ARGUMENTS = 'See what your server passes to the generator, and in which order.';
const AS_IT_IS = 'Pass the ID as it is to the generator and to the SDK, not encoded.';

/** In what two IDs differ, and what to do about it where it is not to use the other one. */
const DIFFERENCES: { readonly [difference in Difference]: Words } = {
  case: ['Only upper and lower case differ.'],
  blanks: ['Only blanks around them differ.'],
  unicode: [
    'They look the same, but are written in another form of Unicode.',
    'Call normalize() for the ID wherever it comes in, on the server and in the client.',
  ],
  percent: ['Only one of them is percent-encoded.', AS_IT_IS],
  html: ['Only one of them has HTML entities.', AS_IT_IS],
  number: [
    'As numbers they are the same: one was rounded beyond 2^53, or lost its zeros, as a number.',
    'Keep the ID a string everywhere, also in JSON and in the database.',
  ],
  swapped: ['It was expected in another place.', SEE_ARGUMENTS],
  'not-set': ['It is a variable without a value, or an object, as text.', SEE_ARGUMENTS],
  other: [''],
};

/** In words; nothing for any other difference. */
export function differenceIn(difference: Value): string {
  return wordsOf(difference)[0];
}

/** What to do about it: where the ID itself was not meant, the generator was given a wrong one. */
export function mendDifference(difference: Value, usual: string): string {
  return wordsOf(difference)[1] ?? usual;
}

function wordsOf(difference: Value): Words {
  return DIFFERENCES[difference as Difference] ?? DIFFERENCES.other;
}

/** What an encoding is called. */
const ENCODINGS: { readonly [encoding in Encoding]: string } = {
  gzip: 'gzip',
  zlib: 'zlib (deflate)',
  'utf-16': 'UTF-16',
  base64: 'base64',
  percent: 'percent-encoding',
  html: 'HTML entities',
  'utf-8-bom': 'UTF-8 with a byte order mark',
  unknown: 'no UTF-8: it is in another charset, or encrypted twice',
};

export function nameOfEncoding(encoding: Value): string {
  return ENCODINGS[encoding as Encoding] ?? ENCODINGS.unknown;
}

/** How JSON breaks. */
export const BREAKS: { readonly [kind: string]: string } = {
  quotes: 'a quote ends a string too early',
  'key-without-quotes': 'a key has no quotes',
  comma: 'a comma is too many',
  'control-character': 'a string has a raw line break or another control character',
  'text-after': 'something follows the end',
  cut: 'the end is missing',
  other: 'this is no JSON',
};

/** Neither mistake leaves enough bytes for AES-256. */
export function padded(keyBits: Value, twice?: Value): string {
  if (twice === 'yes') return ', twice,';
  return keyBits === 256 ? ', padded by zeros,' : '';
}

export function wrongCipher(name: string): string {
  return `The secret fits in ${name}. A token04 is in CBC or GCM.`;
}

/** As Python's str() writes it. */
export function python(position: Value): string {
  return `At character ${position} it has single quotes, True, False or None, as Python’s str() writes them.`;
}

/** The ID is not shown, as it may be somebody's name. */
export function badId(length: Value): string {
  return `It has ${length} characters: too many, or some not taken there.`;
}

export function nameOf(service: Value): string {
  return PRODUCTS[service as Service]?.name ?? 'The product';
}

export function profileNames(profiles: Value): string {
  const names = String(profiles ?? '').split(', ');
  const known = names.map(
    (name) => PROFILE_NAMES[name as keyof typeof PROFILE_NAMES] ?? 'A product',
  );
  return known.length < 2 ? known.join() : `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
}
