import { defineConfig } from 'vitest/config';
import { testLimits } from './src/limits.ts';

export default defineConfig({ test: { include: ['test/**/*.test.ts'], ...testLimits } });
