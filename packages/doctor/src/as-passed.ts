import { CLIENT_CODES } from '@token04/core/format';
import { inspectToken04, Token04Error } from '@token04/core/web';
import { FINDING_IDS, type FindingId } from './finding-ids.ts';
import type { Finding } from './findings.ts';

/** What is seen where no token is passed at all, or is a code itself. */
const OF_THEIR_OWN: ReadonlySet<FindingId> = new Set(['empty', 'not-set', 'client-code']);
/** From here on the findings are about what a token says, and have the code of that. */
const FIRST_OF_CLAIMS: FindingId = 'field-renamed';
/** What is seen only behind the encryption, or is compared with what stands there. */
const READ_LATER: ReadonlySet<FindingId> = new Set([
  'outer-expire-range',
  'plaintext-double-encoded',
]);
/** What stands around a token, though it comes last. */
const AROUND: ReadonlySet<FindingId> = new Set([
  'quotes',
  'bearer',
  'text-around',
  'several-tokens',
  'in-url',
  'blanks-around',
]);

/**
 * The findings with the codes that a client shows for the input as it is. Whatever the mistake, an
 * SDK sees only whether the text begins with 04, has the frame of a token04, and can be decrypted.
 */
export function withCodesAsPassed(input: string, findings: readonly Finding[]): Finding[] {
  const codes = refusalOf(input);
  const firstOfClaims = FINDING_IDS.indexOf(FIRST_OF_CLAIMS);
  return findings.map((finding) => {
    const { id, clientCodes } = finding;
    const isAround = AROUND.has(id);
    const isAboutForm = isAround || FINDING_IDS.indexOf(id) < firstOfClaims;
    if (!isAboutForm || OF_THEIR_OWN.has(id)) return finding;
    if (clientCodes.length === 0 && !isAround) return finding;
    // A frame that can be read is decrypted first, and then its expire or its fields are at fault.
    const isLater =
      (READ_LATER.has(id) || clientCodes[0] === CLIENT_CODES.expire[0]) &&
      codes[0] !== CLIENT_CODES.version[0];
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
