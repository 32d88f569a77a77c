import { testConfig } from '@token04/test-kit/test-config';

export default testConfig(
  {},
  {
    files: ['check-command', 'conformance', 'live-go', 'mutants', 'replay', 'testee', 'testees'],
    because: 'they run testees in process groups, so that none is left behind',
  },
);
