import { CLIENT_CODES } from '@token04/core/format';
import type { Plaintext } from '../cipher/plaintext.ts';
import { type Finding, finding } from '../findings.ts';
import { isObject, parse } from '../json.ts';
import { findJsonBreak } from '../json-break.ts';

/** What is wrong with the plaintext as JSON: where it breaks, never what stands there. */
export function plaintextFindings(plaintext: Plaintext): Finding[] {
  const { text, fields, doubleEncoded, isDamaged } = plaintext;
  if (fields) return doubleEncoded ? [finding('plaintext-double-encoded')] : [];
  // The damage is the finding: it breaks the JSON, too.
  if (isDamaged) return [];
  const found = /^\s*(?:\{|\[\s*[{"])/.test(text) ? findJsonBreak(text) : undefined;
  if (!found) {
    // JSON that has none of the fields is read, and the first that is missed is app_id.
    const codes = isObject(parse(text)) ? CLIENT_CODES.appId : undefined;
    return [finding('plaintext-not-json', {}, 'error', codes)];
  }
  const { kind, position, key } = found;
  if (kind === 'quotes') return [finding('plaintext-quotes', { position, key })];
  if (kind === 'python' || kind === 'single-quotes')
    return [finding('plaintext-python', { position })];
  return [finding('plaintext-json-broken', { kind, position, key })];
}
