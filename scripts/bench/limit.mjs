// What no token of Node.js can be made without: the JSON, OpenSSL's AES over its bytes, the base64.
// Each is measured alone, in the shape that costs it least.
import { createCipheriv } from 'node:crypto';
import { timeRound } from './clock.mjs';

/** Enough to make a call of the cipher cost nothing beside the bytes in it. */
const AES_BYTES = 0x10_0000;

/** @returns contenders that are parts of the limit; their sum is it */
export function limitParts({ appId, serverSecret, mode, request }) {
  const { userId, payload } = request;
  const [nonce, ctime, expire] = [618_799_375, 1_700_000_000, 1_700_003_600];
  const text = () =>
    JSON.stringify({ app_id: appId, user_id: userId, nonce, ctime, expire, payload });

  const plaintextBytes = Buffer.byteLength(text());
  // CBC: the block that becomes the IV, and the padding. GCM: the tag is no AES.
  const aesBytes = mode === 'cbc' ? (Math.floor(plaintextBytes / 16) + 2) * 16 : plaintextBytes;
  const bodyBytes = mode === 'cbc' ? 12 + aesBytes : 12 + 12 + plaintextBytes + 16 + 1;

  const block = Buffer.alloc(AES_BYTES);
  const body = Buffer.alloc(bodyBytes, 'token04');
  const iv = Buffer.alloc(mode === 'cbc' ? 16 : 12);
  const cipher = () => createCipheriv(`aes-256-${mode}`, serverSecret, iv);
  return {
    'limit: JSON.stringify': { round: () => timeRound(text) },
    // A cipher for each round, since GCM's can take 64 GB in all.
    'limit: AES': {
      round: async () => {
        const current = cipher();
        return timeRound(() => current.update(block), AES_BYTES / aesBytes);
      },
    },
    'limit: base64': { round: () => timeRound(() => body.toString('base64')) },
  };
}
