import { isUtf8 } from 'node:buffer';
import { createDecipheriv } from 'node:crypto';
import { toAscii } from '../ascii.ts';
import { IV_BYTES } from './tokens.ts';

const TAG_BYTES = 16;
/** Enough to see what is odd about a plaintext of 60,000 characters. */
const MOST_CHARACTERS = 2000;

/**
 * What the token of a request decrypts to, as a string of JSON, in CBC with its padding; in hex digits
 * where it is no UTF-8. Undefined where there is no token, or one that cannot be decrypted at all.
 * No tag is checked: the cases' tokens are made here, and wrong on purpose.
 */
export function plaintextOfRequest(fields: {
  readonly [name: string]: unknown;
}): string | undefined {
  const { token, serverSecret } = fields;
  if (typeof token !== 'string' || typeof serverSecret !== 'string') return undefined;
  const bytes = decrypt(Buffer.from(token.slice(2), 'base64'), Buffer.from(serverSecret));
  if (bytes === undefined) return undefined;
  const text = isUtf8(bytes) ? toAscii(JSON.stringify(bytes.toString())) : bytes.toString('hex');
  const rest = text.length - MOST_CHARACTERS;
  return rest > 0 ? `${text.slice(0, MOST_CHARACTERS)}… and ${rest} characters more` : text;
}

function decrypt(body: Buffer, key: Buffer): Buffer | undefined {
  try {
    const ivEnd = 10 + body.readUInt16BE(8);
    const iv = body.subarray(10, ivEnd);
    const start = ivEnd + 2;
    const ciphertext = body.subarray(start, start + body.readUInt16BE(ivEnd));
    if (iv.length === IV_BYTES.gcm) {
      const decipher = createDecipheriv('aes-256-gcm', key, iv);
      return decipher.update(ciphertext.subarray(0, -TAG_BYTES));
    }
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    // A frame that is cut, or no 32 bytes of key: the line that is sent has to speak for itself.
    return undefined;
  }
}
