import { PRODUCTS, PROFILE_NAMES, type Service } from '../../products.ts';

type Value = string | number | undefined;

export const KEY_IS_TEXT =
  'Use the ServerSecret as it stands: its 32 characters, as text, are the key (AES-256).';
export const COPY_SECRET =
  'Copy the ServerSecret from the console once more, as a whole: it has 32 characters.';
export const SEND_UNCHANGED =
  'Make the token arrive unchanged: send it in JSON, or through encodeURIComponent in a URL.';
export const SEE_ENDPOINT =
  'See whether the call to your token endpoint failed, and the client went on without its answer.';
export const SEE_PASSED =
  'See what the client really passes: a message of an error, a whole answer, a file?';
export const BEFORE_HASH = 'Pass the part before the #, or use parseKitToken().';
export const TAKEN_OFF = 'It was taken out of that to read it.';
export const MAKE_TOKEN =
  'Make the token with generateToken04 or an official generator, from appId and ServerSecret.';
export const MAKE_JSON = 'Make it with JSON.stringify(), json.dumps or json_encode, not by hand.';
export const MAKE_PAYLOAD = 'Make the payload with roomPayload(), or with JSON.stringify() once.';
export const FIELDS =
  'Write app_id, user_id, nonce, ctime, expire and payload, with exactly these names.';
export const NONCE = 'Draw an integer from −2147483648 to 2147483647, and write it as a number.';
export const PASS_SECONDS = 'Pass the number of seconds from now, such as 3600 for an hour.';
export const PRIVILEGES = '"1" is to log in, "2" is to publish; each is the number 0 or 1.';
export const FRAME =
  'Write the frame as token04 has it: expire (int64), length (uint16) and IV, length (uint16) and ciphertext.';
export const EXPIRE =
  'Write expire as a big-endian int64, in seconds: writeBigInt64BE, pack("J"), ">q", putLong.';
export const LENGTHS =
  'Write both lengths as big-endian uint16: writeUInt16BE, pack("n"), ">H", putShort.';
export const CIPHER =
  'Use AES-256-CBC with PKCS#7, or AES-256-GCM with the mode byte 1 at the end.';

export const DIFFERENCES: { readonly [difference: string]: string } = {
  case: 'They differ in upper and lower case only.',
  blanks: 'They differ in blanks around them only.',
  swapped: 'It was expected in another place.',
  'not-set': 'It is a variable without a value.',
  other: 'They are different.',
};

/** What to do about it: where the ID itself was not meant, the generator was given a wrong one. */
export function mendDifference(difference: Value, usual: string): string {
  return difference === 'swapped' || difference === 'not-set'
    ? 'See what your server passes to the generator, and in which order.'
    : usual;
}

/** How JSON breaks. */
export const BREAKS: { readonly [kind: string]: string } = {
  quotes: 'a quote ends a string too early',
  'single-quotes': 'there is a single quote where a double one has to be',
  'key-without-quotes': 'a key has no quotes around it',
  comma: 'there is a comma too many',
  'control-character': 'there is a raw line break or another control character in a string',
  'text-after': 'something follows the end',
  cut: 'its end is missing',
  other: 'what stands there is no JSON',
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
  return `It has ${length} characters: too many, or some that are not taken there.`;
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
