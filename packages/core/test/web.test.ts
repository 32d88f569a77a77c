import { loadVectorFiles } from '@token04/fixtures';
import { seed } from '@token04/test-kit/seed';
import { test } from 'vitest';
import * as core from '../src/web.ts';
import * as testing from '../src/web-testing.ts';
import { runSuite } from './suite/index.ts';

runSuite({ core, testing, test, seed, vectorFiles: loadVectorFiles() });
