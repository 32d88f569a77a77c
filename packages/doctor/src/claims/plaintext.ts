import { isRecord } from '@token04/core/check';
import { CLIENT_CODES } from '@token04/core/format';
import type { Plaintext } from '../cipher/plaintext.ts';
import { encodingOfText } from '../encodings.ts';
import { type Finding, finding } from '../findings.ts';
import { parse } from '../json.ts';
import { findJsonBreak } from '../json-break.ts';

/** What is wrong with the plaintext as JSON: where it breaks, never what stands there. */
export function* plaintextFindings(plaintext: Plaintext): Generator<Finding> {
  const { text, fields, doubleEncoded, isDamaged, padding } = plaintext;
  if (fields && doubleEncoded) yield finding('plaintext-double-encoded');
  // Damage is the finding: it breaks the JSON, too.
  if (fields || isDamaged) return;
  const encoding = plaintext.encoding ?? encodingOfText(text);
  const isBroken = !encoding && /^\s*(?:\{|\[\s*[{"])/.test(text);
  const found = isBroken ? findJsonBreak(text) : undefined;
  if (!found) {
    // JSON that has none of the fields is read, and the first that is missed is app_id.
    const codes = isRecord(parse(text)) ? CLIENT_CODES.appId : undefined;
    yield finding('plaintext-not-json', encoding && { encoding }, 'error', codes);
    return;
  }
  const { kind, position, key } = found;
  // The end of the JSON went with the last block.
  if (kind === 'missing-end' && padding === 'none') return;
  if (kind === 'quote-in-a-string') yield finding('plaintext-quotes', { position, key });
  else if (kind === 'python') yield finding('plaintext-python', { position });
  else yield finding('plaintext-json-broken', { kind, position });
}
