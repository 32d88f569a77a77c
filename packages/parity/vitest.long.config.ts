// `pnpm test:long`: what takes longer than anyone would wait for at each change.
import { testLimits } from '@token04/test-kit/limits';
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/long/*.test.ts'], ...testLimits } });
