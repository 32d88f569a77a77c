import { argumentSuite } from './arguments.ts';
import type { Suite } from './harness.ts';
import { propertySuite } from './properties.ts';
import { readingSuite } from './reading.ts';
import { roomSuite } from './room.ts';
import { userSuite } from './users.ts';
import { verifyingSuite } from './verifying.ts';
import { wordsSuite } from './words.ts';

export function runSuite(suite: Suite): void {
  argumentSuite(suite);
  readingSuite(suite);
  verifyingSuite(suite);
  roomSuite(suite);
  userSuite(suite);
  wordsSuite(suite);
  propertySuite(suite);
}
