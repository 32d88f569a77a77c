import { CLIENT_CODES } from '@token04/core/format';
import { FACTS, FINDING_IDS, type FindingId, type Severity, type Shown } from './finding-ids.ts';

export type { Severity } from './finding-ids.ts';

/** One thing that was found. `explain` has the words for it. */
export interface Finding {
  id: FindingId;
  severity: Severity;
  /** What ZEGO's client SDKs show in this case; empty if nothing. `explainCode` has their words. */
  clientCodes: number[];
  /** Numbers and names for the texts; never a secret, a plaintext or a token. */
  values: { readonly [name: string]: string | number };
}

/** What each group shows; what the input shows as it was passed is known only to `withCodesAsPassed`. */
const CODES: { readonly [shown in Shown]: readonly number[] } = {
  ...CLIENT_CODES,
  // The room's own decisions are seen in Express native alone.
  roomPayload: [1002075],
  roomLogin: [1002033],
  roomPublish: [1002082],
  none: [],
  asPassed: [],
};

/** A claim of the wrong type has the code of its field. */
const CODES_OF_FIELDS: { readonly [field: string]: readonly number[] } = {
  app_id: CODES.appId,
  user_id: CODES.userId,
  ctime: CODES.expire,
  expire: CODES.expire,
  nonce: CODES.nonce,
};

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export function finding(
  id: FindingId,
  values: Finding['values'] = {},
  severity?: Severity,
  clientCodes?: readonly number[],
): Finding {
  const [usual, shown] = FACTS.get(id) as [Severity, Shown];
  const codes = clientCodes ?? codesOf(values, CODES[shown]);
  return { id, severity: severity ?? usual, clientCodes: [...codes], values };
}

function codesOf(values: Finding['values'], codes: readonly number[]): readonly number[] {
  // A code that was asked about is what is seen.
  if (typeof values['code'] === 'number') return [values['code']];
  // What is wrong with the bit of publishing is seen when somebody publishes.
  if (values['bit'] === '2') return CODES.roomPublish;
  return CODES_OF_FIELDS[values['field'] ?? ''] ?? codes;
}

/** The most important first: by severity, then in the order of {@link FINDING_IDS}. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ severity, id }: Finding): number =>
    SEVERITIES.indexOf(severity) * FINDING_IDS.length + FINDING_IDS.indexOf(id);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}
