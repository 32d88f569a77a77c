// `npm run ports`: builds all ports, puts each to the whole suite with 20,000 random cases, has every
// pair of testees exchange tokens, and follows their READMEs. The last line adds up.
import { Tally } from '@token04/test-kit/tally';
import { runTestees } from '../testees/run-testees.mjs';
import { checkPorts } from './check.mjs';

const total = new Tally();
total.add(await runTestees({ isCheck: true, cases: 20_000, pairCases: 2000 }));
await checkPorts(total);
total.close();
