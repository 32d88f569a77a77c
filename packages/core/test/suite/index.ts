import { anyInputSuite } from './any-input.ts';
import { argumentSuite } from './arguments.ts';
import { badValueSuite } from './bad-values.ts';
import { claimSuite } from './claims.ts';
import { errorSuite } from './errors.ts';
import type { Suite } from './harness.ts';
import { inspectingSuite } from './inspecting.ts';
import { kitTokenSuite } from './kit-tokens.ts';
import { malformedSuite } from './malformed.ts';
import { officialTokenSuite } from './official-tokens.ts';
import { ownOptionSuite } from './own-options.ts';
import { pollutedSuite } from './polluted.ts';
import { productIdSuite } from './product-ids.ts';
import { propertySuite } from './properties.ts';
import { renewalSuite } from './renewal.ts';
import { requestRoomSuite } from './request-room.ts';
import { roomDecisionSuite } from './room-decisions.ts';
import { roomPayloadSuite } from './room-payloads.ts';
import { safeUserIdSuite } from './safe-user-id.ts';
import { testingEntrySuite } from './testing-entry.ts';
import { tooLargeSuite } from './too-large.ts';
import { undecryptableSuite } from './undecryptable.ts';
import { unknownKeySuite } from './unknown-keys.ts';
import { verifyingSuite } from './verifying.ts';

const SUITES = [
  badValueSuite,
  argumentSuite,
  tooLargeSuite,
  unknownKeySuite,
  ownOptionSuite,
  pollutedSuite,
  requestRoomSuite,
  officialTokenSuite,
  malformedSuite,
  undecryptableSuite,
  claimSuite,
  inspectingSuite,
  verifyingSuite,
  roomDecisionSuite,
  roomPayloadSuite,
  kitTokenSuite,
  renewalSuite,
  productIdSuite,
  safeUserIdSuite,
  testingEntrySuite,
  errorSuite,
  propertySuite,
  anyInputSuite,
];

export function runSuite(suite: Suite): void {
  for (const run of SUITES) run(suite);
}
