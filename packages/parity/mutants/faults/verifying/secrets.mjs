// Faults in trying several secrets.
import { correct } from '../../reference/steps.mjs';

export const faults = {
  'first-secret-only': { movesOn: () => false },
  'first-four-secrets-only': {
    checkSecrets: (secrets) => {
      correct.checkSecrets(secrets);
      secrets.splice(4);
    },
  },
  'first-sixteen-secrets-only': {
    checkSecrets: (secrets) => {
      correct.checkSecrets(secrets);
      secrets.splice(16);
    },
  },
  'a-parser-does-not-move-on': { movesOn: ({ reason }) => !(reason instanceof SyntaxError) },
  'only-a-padding-moves-on': { movesOn: ({ reason }) => !(reason instanceof TypeError) },
  'any-failure-moves-on': { movesOn: () => true },
};
