import { assert } from 'chai';
import { diagnose } from '../../../doctor/dist/index.mjs';
import { reportCases } from '../src/report-cases.mjs';

/** The findings' own tests say that this is right: here it has to be the same everywhere. */
export const run = () =>
  reportCases(
    DOCTOR_CASES.map(({ name, input, options, expected }) => ({
      name,
      async run() {
        const { verdict, findings } = await diagnose(input, options);
        assert.deepEqual({ verdict, findings }, expected);
      },
    })),
  );
