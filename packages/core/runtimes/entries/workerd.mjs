import * as core from '../../dist/web.mjs';
import * as testing from '../../dist/web-testing.mjs';
import { report } from '../src/suite.mjs';

// workerd has no random numbers outside a handler.
export default { test: () => report(core, testing) };
