import { defineConfig } from 'vitest/config';
import { testLimits } from '../scripts/lib/test-limits.ts';

export default defineConfig({ test: { dir: 'test', ...testLimits } });
