// For scripts/test; every package has a file of its own.
import { defineConfig } from 'vitest/config';
import { LIMITS } from '@token04/test-kit/test-config';

export default defineConfig({ test: { dir: 'scripts/test', ...LIMITS } });
