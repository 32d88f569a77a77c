// For scripts/test; every package has a file of its own.

import { LIMITS } from '@token04/test-kit/test-config';
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { dir: 'scripts/test', ...LIMITS } });
