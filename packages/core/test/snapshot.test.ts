import { expect, test } from 'vitest';
import { snapshotFaults } from './snapshot/faults.mjs';

// `npm run runtimes` does the same with each Node.js that it installs.
test('two processes from one startup snapshot share neither IV nor nonce, and all goes on', async () => {
  expect(await snapshotFaults(process.execPath)).toEqual([]);
});
