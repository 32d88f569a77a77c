// Faults in checking the padding and the tag.
import { createCipheriv } from 'node:crypto';
import { correct, refuseIf } from '../../reference/steps.mjs';

/** Up to the first NUL, as C compares texts. */
const untilNul = (bytes) => bytes.subarray(0, (bytes.indexOf(0) + 1 || bytes.length + 1) - 1);

export const faults = {
  'padding-not-checked': {
    unpad: (bytes) => bytes.subarray(0, -Math.min(bytes.at(-1), 16) || undefined),
  },
  'last-padding-byte-checked-only': {
    unpad: (bytes) => {
      refuseIf(bytes.at(-1) < 1 || bytes.at(-1) > 16, 'Decryption');
      return bytes.subarray(0, -bytes.at(-1));
    },
  },
  'tag-of-12-bytes-read': {
    openGcm: (decipher, ciphertext, tag) => {
      decipher.setAuthTag(tag);
      const bytes = decipher.update(ciphertext);
      if (tag.length === 16) decipher.final();
      return bytes;
    },
    checkCiphertext: (ciphertext, mode) =>
      mode === 'gcm'
        ? refuseIf(ciphertext.length < 12, 'Malformed')
        : correct.checkCiphertext(ciphertext, mode),
  },
  'tag-compared-as-a-c-string': {
    openGcm: (decipher, ciphertext, tag, key, iv) => {
      const text = decipher.update(ciphertext);
      const cipher = createCipheriv(`aes-${key.length * 8}-gcm`, key, iv);
      cipher.update(text);
      cipher.final();
      refuseIf(!untilNul(cipher.getAuthTag()).equals(untilNul(tag)), 'Decryption');
      return text;
    },
  },
  'tag-not-checked': { openGcm: (decipher, ciphertext) => decipher.update(ciphertext) },
};
