// What the ready server does when things go wrong: `node load/faults.mjs` in packages/server, after
// a build. A line for each fault, and exit 1 where one is not borne.
import { clock } from './faults/clock.mjs';
import { ended } from './faults/ended.mjs';
import { hugeBodies } from './faults/huge-bodies.mjs';
import { idleConnections } from './faults/idle-connections.mjs';
import { redisGone } from './faults/redis.mjs';
import { rotation } from './faults/rotation.mjs';
import { slowBodies } from './faults/slow-bodies.mjs';
import { machine } from './lib/machine.mjs';

const faults = {
  'killed and started again': () => ended('SIGKILL'),
  'stopped and started again': () => ended('SIGTERM'),
  'slow bodies': slowBodies,
  'huge bodies': hugeBodies,
  'idle connections': idleConnections,
  'clock set by a day': clock,
  'secret rotated': rotation,
  'Redis gone': redisGone,
};

console.log(`${machine()}\n`);
let failed = 0;
for (const [name, bear] of Object.entries(faults)) {
  try {
    console.log(`ok: ${name}: ${await bear()}`);
  } catch (error) {
    failed++;
    console.log(`FAILED: ${name}: ${error.message}`);
  }
}
console.log(`${Object.keys(faults).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
