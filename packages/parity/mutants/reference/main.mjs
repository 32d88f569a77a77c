// The reference in JavaScript as a testee, without a fault.
import { serve } from './program.mjs';
import { correct } from './steps.mjs';

await serve(correct);
