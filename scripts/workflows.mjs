// Reads the workflows of .github and action.yml: `npm run workflows`. actionlint says what GitHub
// would not run, zizmor what others could misuse. The last line says how many passed and failed, and
// how many were skipped for want of Go or of zizmor (`pip install -r .github/requirements.txt`).
import { fileURLToPath } from 'node:url';
import { runs } from '@token04/test-kit/missing';
import { Tally } from '@token04/test-kit/tally';
import { execa } from 'execa';

const ACTIONLINT = 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.12';

const checks = [
  { name: 'actionlint', needs: ['go', 'version'], command: ['go', 'run', ACTIONLINT] },
  // Offline: what it would ask GitHub for needs a token.
  { name: 'zizmor', needs: ['zizmor', '--version'], command: ['zizmor', '--offline', '.'] },
];

const cwd = fileURLToPath(new URL('..', import.meta.url));
const total = new Tally();
for (const { name, needs, command } of checks) {
  const [file, ...args] = command;
  if (!(await runs(...needs))) total.miss(name, needs[0]);
  else await total.run(name, () => execa(file, args, { cwd, all: true, timeout: 600_000 }));
}
total.close();
