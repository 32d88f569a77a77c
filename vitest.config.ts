// For scripts/test; every package has a file of its own.
import { defineConfig } from 'vitest/config';
import { testLimits } from './scripts/lib/test-limits.ts';

export default defineConfig({ test: { dir: 'scripts/test', ...testLimits } });
