import { PRODUCTS, PROFILE_NAMES, type Service } from '../../products.ts';

type Value = string | number | undefined;

export const KEY_IS_TEXT =
  'Use the ServerSecret of the console as it stands: its 32 characters, as text, are the key (AES-256).';
export const SEND_UNCHANGED =
  'Make the token arrive unchanged: send it in a JSON body, or through encodeURIComponent in a URL.';
export const MAKE_PAYLOAD = 'Make the payload with roomPayload(), or with JSON.stringify() once.';
export const PRIVILEGES = '"1" is to log in, "2" is to publish; each is the number 0 or 1.';
export const FRAME =
  'Write the frame as token04 has it: expire (int64), length (uint16) and IV, length (uint16) and ciphertext.';
export const CIPHER =
  'Use AES-256-CBC with PKCS#7, or AES-256-GCM with the mode byte 1 at the end.';

export const DIFFERENCES: { readonly [difference: string]: string } = {
  case: 'They differ in upper and lower case only.',
  blanks: 'They differ in blanks around them only.',
  other: 'They are different.',
};

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
  return `The secret fits in ${name}. A token04 is in CBC or GCM, and is read as nothing else.`;
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
