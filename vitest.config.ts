// For scripts/test; every package has a file of its own.

import { testLimits } from '@token04/test-kit/limits';
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { dir: 'scripts/test', ...testLimits } });
