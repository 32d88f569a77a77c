// `npm run ports`: builds all ports, puts each to the whole suite with 20,000 random cases, has every
// pair of testees exchange tokens, and follows their READMEs. The last line adds up. After a change to
// one port, `npm run ports -- port-go` does so with it alone, paired with core.
import { Tally } from '@token04/test-kit/tally';
import { runTestees } from '../testees/run-testees.mjs';
import { checkPorts } from './check.mjs';

const ids = process.argv.slice(2);
const total = new Tally();
total.add(await runTestees({ ids, isCheck: true, cases: 20_000, pairCases: 2000 }));
await checkPorts(total, ids);
total.close();
