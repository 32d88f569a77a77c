import { CLIENT_CODES } from '@token04/core/format';
import { inspectToken04, Token04Error } from '@token04/core/web';
import { FACTS, type FindingId } from './finding-ids.ts';
import type { Finding } from './findings.ts';

/** What is seen only behind the encryption, or is compared with what stands there. */
const READ_LATER: ReadonlySet<FindingId> = new Set([
  'outer-expire-range',
  'plaintext-double-encoded',
]);

/**
 * The findings with the codes that a client shows for the input as it is. Whatever the mistake, an
 * SDK sees only whether the text begins with 04, has the frame of a token04, and can be decrypted.
 */
export function withCodesAsPassed(input: string, findings: readonly Finding[]): Finding[] {
  const codes = refusalOf(input);
  const isVersioned = codes[0] !== CLIENT_CODES.version[0];
  return findings.map((finding) => {
    const { id, clientCodes } = finding;
    if (FACTS.get(id)?.[1] !== 'asPassed' && !READ_LATER.has(id)) return finding;
    // A frame that can be read is decrypted first, and then its expire or its fields are at fault.
    const isLater = clientCodes.length > 0 && isVersioned;
    return isLater ? finding : { ...finding, clientCodes: [...codes] };
  });
}

function refusalOf(input: string): readonly number[] {
  try {
    inspectToken04(input.split('#', 1)[0] as string);
    return CLIENT_CODES.decryption;
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error;
    return error.clientCodes ?? CLIENT_CODES.format;
  }
}
