import { testConfig } from '@token04/test-kit/test-config';

export default testConfig(
  {},
  {
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
);
