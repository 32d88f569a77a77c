import { createCipheriv } from 'node:crypto';
import type { Mode } from '@token04/fixtures';
import { askAndJudge, type Case, must, type Request } from './case.ts';
import type { Description } from './description.ts';
import { failure } from './expectation.ts';
import { Fault } from './fault.ts';
import { type ReadingOp, readingOps, readingRequest } from './reading-ops.ts';
import { CLAIMS, chosenIv, ORDINARY, OTHER_SECRET, seal } from './tokens.ts';

/** A refusal must not say why decryption failed: who can tell padding from JSON can decrypt tokens. */
export function* leakCases(description: Description): Generator<Case> {
  for (const [op, mode] of readingOps(description)) {
    const requests = [...undecryptable(op, mode)];
    yield {
      ...must(`leak/${op}-${mode}/decryption-message`, 'protocol 5'),
      requests,
      expects: 'refused as Decryption, each with the same message',
      async run({ ask }) {
        const messages = new Set<string>();
        for (const request of requests) {
          const answer = await askAndJudge(ask, request, failure('Decryption'));
          messages.add(`${answer.error?.code} ${answer.error?.message}`);
        }
        if (messages.size > 1) {
          throw new Fault(
            `${messages.size} messages tell the causes of a failing decryption apart`,
          );
        }
      },
    };
  }
}

function* undecryptable(op: ReadingOp, mode: Mode): Generator<Request> {
  const good = seal(mode, CLAIMS);
  const request = (token: string, serverSecret?: string): Request =>
    readingRequest(op, token, serverSecret);
  yield request(good, OTHER_SECRET);
  yield request(seal(mode, 'no JSON'));
  yield request(seal(mode, `${JSON.stringify(CLAIMS)}}`));
  yield request(seal(mode, '\ufeff{}'));
  yield request(sealBytes(mode, Buffer.from([0xff, 0xfe, 0x00])));
  yield request(flipped(good, mode, 0));
  yield request(flipped(good, mode, 20));
  if (mode === 'cbc') {
    for (const last of [0, 1, 2, 17, 255]) yield request(sealPadded(last));
  }
}

/** A frame in order around any ciphertext. */
function frame(mode: Mode, ciphertext: Buffer): string {
  const iv = Buffer.from(chosenIv(mode, 1), 'hex');
  const head = Buffer.alloc(10);
  head.writeBigInt64BE(BigInt(CLAIMS.expire));
  head.writeUInt16BE(iv.length, 8);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(ciphertext.length);
  const modeByte = Buffer.from(mode === 'gcm' ? [1] : []);
  return `04${Buffer.concat([head, iv, length, ciphertext, modeByte]).toString('base64')}`;
}

function sealBytes(mode: Mode, bytes: Buffer): string {
  const iv = Buffer.from(chosenIv(mode, 1), 'hex');
  const key = Buffer.from(ORDINARY.secret);
  if (mode === 'cbc') {
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    return frame(mode, Buffer.concat([cipher.update(bytes), cipher.final()]));
  }
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return frame(mode, ciphertext);
}

/** A block whose last byte is no padding, or not the padding that it says. */
function sealPadded(last: number): string {
  const iv = Buffer.from(chosenIv('cbc', 1), 'hex');
  const cipher = createCipheriv('aes-256-cbc', Buffer.from(ORDINARY.secret), iv);
  cipher.setAutoPadding(false);
  const block = Buffer.alloc(16, 0x7b);
  block[15] = last;
  // A padding of one byte, 1, is right, so that the text before it must be what is wrong.
  return frame('cbc', Buffer.concat([cipher.update(block), cipher.final()]));
}

/** One bit of the ciphertext's last bytes: of the padding, or of the tag. */
function flipped(token: string, mode: Mode, fromEnd: number): string {
  const body = Buffer.from(token.slice(2), 'base64');
  const at = body.length - 1 - (mode === 'gcm' ? 1 : 0) - fromEnd;
  body[at] = (body[at] as number) ^ 0x80;
  return `04${body.toString('base64')}`;
}
