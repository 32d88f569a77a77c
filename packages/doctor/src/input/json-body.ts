import { isRecord } from '@token04/core/check';
import { parseBase64 } from '../base64.ts';
import { hasFields } from '../cipher/plaintext.ts';
import { type Finding, finding } from '../findings.ts';
import type { Json } from '../json.ts';

/** How people call a signature or a ciphertext; `payload` is a claim as well, where it is written so. */
const OF_FRAME = /^(?:sig\w*|h?mac|hash|ciphertext|encrypted|content|value|data|ct)$/i;

/** What JSON in place of a frame is: the claims as they are, or something of a signature or a cipher. */
export function jsonFindings(json: Json): Finding[] {
  const names = Object.keys(json);
  const isClaims = hasFields(json) && !names.some((name) => OF_FRAME.test(name));
  const isReadable = isClaims || Object.values(json).some(isClaimsInBase64);
  const findings = isReadable ? [finding('claims-unencrypted')] : [];
  return isClaims ? findings : [...findings, finding('frame-json')];
}

function isClaimsInBase64(value: unknown): boolean {
  const json = typeof value === 'string' && parseBase64(value);
  return isRecord(json) && hasFields(json);
}
