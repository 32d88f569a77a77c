import { SHARED_MODULES, testConfig } from '@token04/test-kit/test-config';

export default testConfig({
  short: SHARED_MODULES,
  notOnWindows: {
    files: [
      'check-command',
      'cli-files',
      'conformance',
      'live-go',
      'live-python',
      'mutants',
      'pairs',
      'ports-short',
      'replay',
      'testee',
      'testees',
    ],
    because: 'they run testees in process groups, so that none is left behind',
  },
});
