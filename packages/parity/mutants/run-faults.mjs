// Puts the suite to every deliberate fault of faults/, and prints by which case each is caught.
// Exit status: 0; 1 where one is not.
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { firstFailure } from './first-failure.mjs';

const AT_A_TIME = 2;
const program = fileURLToPath(new URL('by-name.mjs', import.meta.url));
const { stdout } = await execa(process.execPath, [program, '--list']);
const wanted = process.argv.slice(2);
const names = stdout.split('\n').filter((name) => wanted.length === 0 || wanted.includes(name));
const total = names.length;

let caught = 0;
await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const failure = await firstFailure(process.execPath, [program], { env: { MUTANT: name } });
      if (failure !== undefined) caught++;
      console.log(`${name}: ${failure ?? 'NOT CAUGHT'}`);
    }
  }),
);
console.log(`${caught} of ${total} faults caught`);
process.exitCode = caught === total ? 0 : 1;
