import { TAG_BYTES } from '@token04/core/format';
import { type Finding, finding } from '../findings.ts';
import type { Frame } from '../frame/frame.ts';
import type { Reading } from '../frame/readings.ts';
import { type Decrypted, decryptions } from './aes.ts';
import { type Beginning, beginningsOf } from './beginning.ts';
import type { Key } from './keys.ts';
import { type Plaintext, readPlaintext } from './plaintext.ts';

/** A body that was opened: how it is read, and by which key and cipher. */
export interface Opened {
  readonly reading: Reading;
  readonly key: Key;
  readonly decrypted: Decrypted;
  readonly plaintext: Plaintext;
}

/** From which on nothing better is looked for: fields were read, with the IV of the frame. */
const BEST = 3;

/** Ways to read a body, and the keys to try with each. */
export interface Round {
  readonly readings: readonly Reading[];
  readonly keys: readonly Key[];
}

/**
 * The body under the first reading, key and cipher that prove each other: the likeliest reading under
 * every key, and then the next. Where a key fits in part only, as it does with another IV, what fits
 * better is still looked for.
 */
export function openBody(rounds: Iterable<Round>): Opened | undefined {
  let best: Opened | undefined;
  let quality = -1;
  for (const { readings, keys } of rounds) {
    const beginnings = keys.map(beginningsOf(readings.map(({ frame }) => frame)));
    for (const [nth, reading] of readings.entries()) {
      for (const [index, key] of keys.entries()) {
        for (const opened of openings(reading, key, beginnings[index]?.[nth] as Beginning)) {
          const its = qualityOf(opened);
          if (its <= quality) continue;
          [best, quality] = [opened, its];
          if (quality === BEST) return best;
        }
      }
    }
  }
  return best;
}

function* openings(reading: Reading, key: Key, beginning: Beginning): Generator<Opened> {
  const { iv, ciphertext } = reading.frame;
  if (ciphertext.length === 0) return;
  const isProper = key.mistake === undefined && reading.deviations.length === 0;
  for (const decrypted of decryptions(key.bytes, iv, ciphertext, beginning, isProper)) {
    const plaintext = readPlaintext(decrypted, isProper);
    if (plaintext) yield { reading, key, decrypted, plaintext };
  }
}

/** Whether nothing is wrong with the cipher's part: a token that was cut or altered is not whole. */
export function isWhole(opened: Opened): boolean {
  return qualityOf(opened) === BEST && !opened.plaintext.padding;
}

function qualityOf({ decrypted, plaintext }: Opened): number {
  if (plaintext.isDamaged) return 0;
  if (!plaintext.fields) return decrypted.iv ? 0 : 2;
  return decrypted.iv || decrypted.tag === 'wrong' ? 1 : BEST;
}

/** What is wrong with key, cipher, IV and padding of what was opened. */
export function* cipherFindings({
  key,
  reading,
  decrypted,
  plaintext,
}: Opened): Generator<Finding> {
  const { cipher, iv, tag } = decrypted;
  if (key.mistake) yield key.mistake;
  if (cipher === 'cfb' || cipher === 'cfb8') {
    yield finding('cipher-cfb', { bits: cipher === 'cfb' ? 128 : 8 });
  } else if (cipher !== 'cbc' && cipher !== 'gcm') yield finding(`cipher-${cipher}`);

  const isBehind = tag === 'wrong' && hasTagBehind(reading.frame);
  if (isBehind || tag === 'before') {
    yield finding('gcm-tag-place', { where: isBehind ? 'behind' : 'before' });
  } else if (tag === 'wrong') yield finding('gcm-tag-wrong');
  if (iv && !isAltered(reading.frame, decrypted, plaintext)) yield finding('iv-other', { iv });
  else if (plaintext.isDamaged) yield finding('ciphertext-altered');
  if (plaintext.padding && !plaintext.isDamaged) {
    yield finding('padding-wrong', { by: plaintext.padding });
  }
}

/** Behind the ciphertext there is room for a tag, with its length and a mode byte. */
export function hasTagBehind({ modeByte, surplus }: Frame): boolean {
  return modeByte !== undefined && surplus + 1 >= TAG_BYTES && surplus + 1 <= TAG_BYTES + 5;
}

/** In a frame that has an IV, more than the first block that is no text was altered on the way. */
function isAltered({ iv }: Frame, decrypted: Decrypted, plaintext: Plaintext): boolean {
  return decrypted.iv === 'unknown' && iv.length > 0 && plaintext.text.includes('\ufffd');
}
