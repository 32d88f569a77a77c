import { isRecord } from '@token04/core/check';
import { attempt } from './attempt.ts';
import { decodeBase64 } from './base64.ts';
import { decodeUtf8, textual } from './bytes.ts';
import { decodeEntities } from './input/entities.ts';
import { parse } from './json.ts';

/** In what JSON is written that is not UTF-8 alone, in the words of the English texts. */
export type Encoding = ByteEncoding | TextEncoding | 'another charset, or encrypted twice';
type ByteEncoding = 'gzip' | 'zlib' | 'UTF-16';
type TextEncoding =
  | 'base64'
  | 'percent-encoding'
  | 'HTML entities'
  | 'UTF-8 with a byte order mark';

/** The second byte of zlib with a usual window, at each of its levels. */
const ZLIB_LEVELS: readonly (number | undefined)[] = [0x01, 0x5e, 0x9c, 0xda];
const HEAD_BYTES = 16;

/** What the beginning of bytes shows: that they were compressed, or are JSON in UTF-16. */
export function encodingOfBytes(bytes: Uint8Array): ByteEncoding | undefined {
  // Two bytes may be chance, such as of a wrong IV; but then text follows the first block.
  if (!textual(bytes.subarray(HEAD_BYTES, 2 * HEAD_BYTES))) {
    const [first, second, third] = bytes;
    if (first === 0x1f && second === 0x8b && third === 8) return 'gzip';
    if (first === 0x78 && ZLIB_LEVELS.includes(second)) return 'zlib';
  }
  return isUtf16(bytes) ? 'UTF-16' : undefined;
}

/** Whether every second byte is zero behind the first character or mark, as JSON begins with ASCII. */
function isUtf16(bytes: Uint8Array): boolean {
  const head = bytes.subarray(2, 2 + HEAD_BYTES);
  const isZeroAt = (rest: number): boolean =>
    head.every((byte, index) => (byte === 0) === (index % 2 === rest));
  return head.length === HEAD_BYTES && (isZeroAt(0) || isZeroAt(1));
}

/** How text is encoded that is a JSON object once that is undone; undefined for any other. */
export function encodingOfText(text: string): Encoding | undefined {
  const bytes = decodeBase64(text.trim());
  const ways: readonly [TextEncoding, decoded: string | undefined][] = [
    ['base64', decodeUtf8(bytes)],
    ['percent-encoding', attempt(() => decodeURIComponent(text))],
    ['HTML entities', decodeEntities(text)],
    ['UTF-8 with a byte order mark', text.replace(/^\ufeff/, '')],
  ];
  const [encoding] =
    ways.find(([, decoded = '']) => decoded !== text && isRecord(parse(decoded))) ?? [];
  return encoding ?? encodingOfBytes(bytes);
}
