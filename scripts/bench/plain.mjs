// token04 as a good programmer would write it with node:crypto and nothing else: the key prepared,
// a cipher for each token, no check of any argument. What our code has to beat.
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const ALGORITHMS = { cbc: 'aes-256-cbc', gcm: 'aes-256-gcm' };
const IV_BYTES = { cbc: 16, gcm: 12 };
const TAG_BYTES = 16;

export function plainCodec(serverSecret) {
  const key = createSecretKey(Buffer.from(serverSecret));
  return {
    issue({ appId, userId, effectiveTimeInSeconds, payload, mode }) {
      const ctime = Math.floor(Date.now() / 1000);
      const expire = ctime + effectiveTimeInSeconds;
      const nonce = randomBytes(4).readInt32BE();
      const plaintext = JSON.stringify({
        app_id: appId,
        user_id: userId,
        nonce,
        ctime,
        expire,
        payload,
      });

      const iv = randomBytes(IV_BYTES[mode]);
      const cipher = createCipheriv(ALGORITHMS[mode], key, iv);
      const parts = [cipher.update(plaintext, 'utf8'), cipher.final()];
      if (mode === 'gcm') parts.push(cipher.getAuthTag());
      const ciphertext = Buffer.concat(parts);

      const body = Buffer.alloc(12 + iv.length + ciphertext.length + (mode === 'gcm' ? 1 : 0));
      body.writeBigInt64BE(BigInt(expire));
      body.writeUInt16BE(iv.length, 8);
      iv.copy(body, 10);
      body.writeUInt16BE(ciphertext.length, 10 + iv.length);
      ciphertext.copy(body, 12 + iv.length);
      if (mode === 'gcm') body[body.length - 1] = 1;
      return `04${body.toString('base64')}`;
    },

    read(token) {
      const body = Buffer.from(token.slice(2), 'base64');
      const ivEnd = 10 + body.readUInt16BE(8);
      const iv = body.subarray(10, ivEnd);
      const end = ivEnd + 2 + body.readUInt16BE(ivEnd);
      const mode = body[end] === 1 ? 'gcm' : 'cbc';
      const decipher = createDecipheriv(ALGORITHMS[mode], key, iv);
      let ciphertext = body.subarray(ivEnd + 2, end);
      if (mode === 'gcm') {
        decipher.setAuthTag(ciphertext.subarray(-TAG_BYTES));
        ciphertext = ciphertext.subarray(0, -TAG_BYTES);
      }
      const plaintext = Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString();
      const claims = JSON.parse(plaintext);
      if (claims.expire <= Date.now() / 1000) throw new Error('expired');
      return claims;
    },
  };
}
