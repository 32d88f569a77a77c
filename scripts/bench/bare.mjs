// The calls that reading and making a token cannot do without in Node.js, in the shape in which ours
// makes them, with no check of anything: what strictness is measured against.
import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';

const BLOCK_BYTES = 16;
const TAG_BYTES = 16;
/** Where the IV stands in a body, behind the expire and its own length. */
const IV_START = 10;

/**
 * Base64 both ways, the cipher, UTF-8, JSON.parse and a copy of the six fields.
 *
 * @returns reads a token
 */
export function bareReader(serverSecret, mode) {
  const body = Buffer.alloc(0x1_0000);
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decrypt = mode === 'cbc' ? bareCbc(serverSecret) : bareGcm(serverSecret);
  return (token) => {
    const text = token.slice(2);
    const length = body.write(text, 'base64');
    body.toString('base64', 0, length);
    const json = JSON.parse(utf8.decode(decrypt(body, length)));
    return {
      app_id: json.app_id,
      user_id: json.user_id,
      nonce: json.nonce,
      ctime: json.ctime,
      expire: json.expire,
      payload: json.payload,
    };
  };
}

/** One cipher for all tokens: of what it gives for `iv | ciphertext`, the first block means nothing. */
function bareCbc(serverSecret) {
  const iv = Buffer.alloc(BLOCK_BYTES);
  const decipher = createDecipheriv('aes-256-cbc', serverSecret, iv).setAutoPadding(false);
  return (body, length) => {
    // Over the length of the ciphertext, which stands in between.
    body.copyWithin(IV_START + 2, IV_START, IV_START + BLOCK_BYTES);
    const padded = decipher.update(body.subarray(IV_START + 2, length));
    return padded.subarray(BLOCK_BYTES, padded.length - padded[padded.length - 1]);
  };
}

function bareGcm(serverSecret) {
  const key = createSecretKey(serverSecret, 'utf8');
  const ivEnd = IV_START + 12;
  return (body, length) => {
    const end = length - 1;
    const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(IV_START, ivEnd));
    decipher.setAuthTag(body.subarray(end - TAG_BYTES, end));
    const bytes = decipher.update(body.subarray(ivEnd + 2, end - TAG_BYTES));
    decipher.final();
    return bytes;
  };
}

/**
 * JSON, a cipher with its three calls, and base64 of as many bytes as the token has. The IV is
 * always the same, so what it makes is no token.
 *
 * @returns makes what a GCM token is made of
 */
export function bareGcmIssuer({ appId, serverSecret, request: { userId, payload } }) {
  const key = createSecretKey(serverSecret, 'utf8');
  const iv = Buffer.alloc(12);
  const [nonce, ctime, expire] = [618_799_375, 1_700_000_000, 1_700_003_600];
  const text = () =>
    JSON.stringify({ app_id: appId, user_id: userId, nonce, ctime, expire, payload });
  const body = Buffer.alloc(
    IV_START + 12 + 2 + Buffer.byteLength(text()) + TAG_BYTES + 1,
    'token04',
  );
  return () => {
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    cipher.update(text(), 'utf8');
    cipher.final();
    cipher.getAuthTag();
    return body.toString('base64');
  };
}
