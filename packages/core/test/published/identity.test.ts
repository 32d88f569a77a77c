import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { test } from 'vitest';

// In a process of its own: vitest would load a transformed copy beside the one that it requires.
test('one class Token04Error in every entry, under import and require', () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('identity.mjs', import.meta.url))], {
    stdio: 'pipe',
    timeout: 100_000,
  });
});
