import { isRecord } from '@token04/core/check';
import { parseBase64 } from '../base64.ts';
import { hasFields } from '../cipher/plaintext.ts';
import { type Finding, finding } from '../findings.ts';
import type { Json } from '../json.ts';

const SIGNATURE = /^(?:sign|signature|sig|hmac|mac|hash)$/i;
const CIPHERTEXT = /^(?:ciphertext|encrypted|content|value|data|payload|ct)$/i;

/** What JSON in place of a frame is: the claims as they are, or something of a signature or a cipher. */
export function jsonFindings(json: Json): Finding[] {
  const names = Object.keys(json);
  const values = Object.values(json).filter((value) => typeof value === 'string');
  const isClaims = hasFields(json) && !names.some(isOfFrame);
  const isReadable = isClaims || values.some((value) => isClaimsInBase64(value));
  const has = names.some((name) => SIGNATURE.test(name)) ? 'signature' : 'none';
  const findings = isReadable ? [finding('claims-unencrypted', { has })] : [];
  return isClaims ? findings : [...findings, finding('frame-json', { has })];
}

function isOfFrame(name: string): boolean {
  return SIGNATURE.test(name) || (CIPHERTEXT.test(name) && name !== 'payload');
}

function isClaimsInBase64(text: string): boolean {
  const json = parseBase64(text);
  return isRecord(json) && hasFields(json);
}
