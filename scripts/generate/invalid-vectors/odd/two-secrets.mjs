// A plaintext and an IV whose CBC ciphertext another secret, too, decrypts to text with a good padding:
// not to JSON, so that only a reader's parser sees that it was the wrong one. By chance no token is
// so. It is searched from the last block back: what a block of plaintext says decides the block of
// ciphertext before it, and the difference of what the two secrets make of that.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { SECRET } from '../token.mjs';

/** With another last digit. */
const OTHER_SECRET = `${SECRET.slice(0, -1)}2`;

/** In blocks of 16: # is any digit, @ any letter. */
const TEMPLATE =
  '{"app_id":1#####,"user_id":"@@@@@@@@@@","nonce":1#####,"ctime":1#########,"expire":2#########,"payload":"@@@@@@@@@@@@@@@@@@@@"}';
const BLOCK = 16;
const AT_A_TIME = 1 << 16;

/** @returns `{ plaintext, iv }` */
export function textToTwoSecrets() {
  const random = randomBytes();
  const count = (TEMPLATE.length + 1) / BLOCK;
  let ciphertext = lastBlock(random);
  const blocks = [];
  for (let index = count - 1; index > 0; index--) {
    const { text, before } = blockBefore(index, ciphertext, random);
    blocks.unshift(text);
    ciphertext = before;
  }
  const [first] = variants(0, random);
  const iv = xor(decrypt(SECRET, ciphertext), first);
  return {
    plaintext: Buffer.concat([first, ...blocks])
      .toString()
      .slice(0, -1),
    iv,
  };
}

/** Of which the two secrets make blocks with one last byte, and otherwise of the same high bits. */
function lastBlock(random) {
  for (;;) {
    const candidates = random(AT_A_TIME * BLOCK);
    const found = findAlike(candidates, (block) => block[BLOCK - 1] === 0);
    if (found !== undefined) return candidates.subarray(found, found + BLOCK);
  }
}

/** What a block of the plaintext says, and the block of ciphertext that comes before its own. */
function blockBefore(index, ciphertext, random) {
  const own = decrypt(SECRET, ciphertext);
  for (;;) {
    const texts = variants(index, random);
    const before = Buffer.concat(texts.map((text) => xor(own, text)));
    const found = findAlike(before, () => true);
    if (found === undefined) continue;
    return { text: texts[found / BLOCK], before: before.subarray(found, found + BLOCK) };
  }
}

/** Where the first block is of which both secrets make ASCII, if one of them does. */
function findAlike(blocks, isWanted) {
  const [own, other] = [decrypt(SECRET, blocks), decrypt(OTHER_SECRET, blocks)];
  for (let at = 0; at < blocks.length; at += BLOCK) {
    // Nearly all part here already.
    if (((own[at] ^ other[at]) & 0x80) !== 0) continue;
    const block = xor(own.subarray(at, at + BLOCK), other.subarray(at, at + BLOCK));
    if (block.every((byte) => byte < 0x80) && isWanted(block)) return at;
  }
  return undefined;
}

/** A block of the template filled in at random, again and again; the last ends with its padding. */
function variants(index, random) {
  const template = `${TEMPLATE}\u0001`.slice(index * BLOCK, (index + 1) * BLOCK);
  const bytes = random(AT_A_TIME * BLOCK);
  return Array.from({ length: AT_A_TIME }, (_, variant) =>
    Buffer.from(template).map((byte, at) => {
      const drawn = bytes[variant * BLOCK + at];
      if (byte === 0x23) return 0x30 + (drawn % 10);
      return byte === 0x40 ? 0x61 + (drawn % 26) : byte;
    }),
  );
}

function decrypt(secret, blocks) {
  const decipher = createDecipheriv('aes-256-ecb', secret, null).setAutoPadding(false);
  return Buffer.concat([decipher.update(blocks), decipher.final()]);
}

function xor(block, other) {
  return Buffer.from(other.map((byte, at) => byte ^ block[at]));
}

/** The same ones each time. */
function randomBytes() {
  const cipher = createCipheriv('aes-256-ctr', SECRET, Buffer.alloc(BLOCK));
  return (length) => cipher.update(Buffer.alloc(length));
}
