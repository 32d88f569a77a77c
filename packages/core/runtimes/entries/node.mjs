import * as core from '../../dist/index.mjs';
import * as testing from '../../dist/testing.mjs';
import { runCoreSuite } from '../src/suite.mjs';

export const run = () => runCoreSuite(core, testing);
