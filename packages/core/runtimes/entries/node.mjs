import * as core from '../../dist/index.mjs';
import * as testing from '../../dist/testing.mjs';
import { report } from '../src/suite.mjs';

await report(core, testing);
