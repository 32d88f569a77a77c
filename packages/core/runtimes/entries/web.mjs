import * as core from '../../dist/web.mjs';
import * as testing from '../../dist/web-testing.mjs';
import { runCoreSuite } from '../src/suite.mjs';

export const run = () => runCoreSuite(core, testing);
