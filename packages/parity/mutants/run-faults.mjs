// Puts the suite to every deliberate fault of faults/, and prints by which case each is caught.
// Exit status: 0; 1 where one is not.
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { forEachAtATime } from './at-a-time.mjs';
import { firstFailure } from './first-failure.mjs';

const program = fileURLToPath(new URL('by-name.mjs', import.meta.url));
const { stdout } = await execa(process.execPath, [program, '--list']);
const wanted = process.argv.slice(2);
const names = stdout.split('\n').filter((name) => wanted.length === 0 || wanted.includes(name));

let caught = 0;
await forEachAtATime(names, async (name) => {
  const failure = await firstFailure(process.execPath, [program], { env: { MUTANT: name } });
  if (failure !== undefined) caught++;
  console.log(`${name}: ${failure ?? 'NOT CAUGHT'}`);
});
console.log(`${caught} of ${names.length} faults caught`);
process.exitCode = caught === names.length ? 0 : 1;
