import * as core from '../../dist/web.mjs';
import * as testing from '../../dist/web-testing.mjs';
import { report } from '../src/suite.mjs';

await report(core, testing);
