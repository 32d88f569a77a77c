import { testLimits } from '@token04/test-kit/limits';
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/**/*.test.ts'], ...testLimits } });
