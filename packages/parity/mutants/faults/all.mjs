// Every deliberate fault by its name: the steps of ../reference/steps.mjs that it does otherwise.

import { faults as freshness } from './freshness.mjs';
import { faults as lines } from './lines.mjs';
import { faults as argumentsInMaking } from './making/arguments.mjs';
import { faults as cipherInMaking } from './making/cipher.mjs';
import { faults as controlsInMaking } from './making/controls.mjs';
import { faults as frameInMaking } from './making/frame.mjs';
import { faults as plaintextInMaking } from './making/plaintext.mjs';
import { faults as timeInMaking } from './making/time.mjs';
import { faults as cipherInReading } from './reading/cipher.mjs';
import { faults as claimsInReading } from './reading/claims.mjs';
import { faults as codesInReading } from './reading/codes.mjs';
import { faults as frameInReading } from './reading/frame.mjs';
import { faults as jsonInReading } from './reading/json.mjs';
import { faults as secretsInReading } from './reading/secrets.mjs';
import { faults as checksInVerifying } from './verifying/checks.mjs';
import { faults as demandsInVerifying } from './verifying/demands.mjs';
import { faults as identityInVerifying } from './verifying/identity.mjs';
import { faults as secretsInVerifying } from './verifying/secrets.mjs';
import { faults as servicesInVerifying } from './verifying/services.mjs';
import { faults as stateInVerifying } from './verifying/state.mjs';
import { faults as timeInVerifying } from './verifying/time.mjs';
import { faults as toleranceInVerifying } from './verifying/tolerance.mjs';

const files = [
  frameInMaking,
  cipherInMaking,
  timeInMaking,
  plaintextInMaking,
  argumentsInMaking,
  controlsInMaking,
  freshness,
  frameInReading,
  cipherInReading,
  jsonInReading,
  claimsInReading,
  secretsInReading,
  codesInReading,
  timeInVerifying,
  toleranceInVerifying,
  identityInVerifying,
  demandsInVerifying,
  checksInVerifying,
  servicesInVerifying,
  secretsInVerifying,
  stateInVerifying,
  lines,
];

export const allFaults = {};
for (const [name, steps] of files.flatMap((faults) => Object.entries(faults))) {
  if (Object.hasOwn(allFaults, name)) throw new RangeError(`two faults are called ${name}`);
  allFaults[name] = steps;
}
