// Faults in the code of a refusal.
import { Refusal } from '../../reference/steps.mjs';

export const faults = {
  'one-code-for-all': { failure: () => 'Malformed' },
  'a-code-of-its-own': { failure: () => 'InvalidToken' },
  'not-json-is-malformed': {
    parse: (text) => {
      try {
        return JSON.parse(text);
      } catch {
        throw new Refusal('Malformed');
      }
    },
    failure: (code, error) => (error.reason?.code === 'Malformed' ? 'Malformed' : code),
  },
};
