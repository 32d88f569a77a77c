import { testConfig } from '@token04/test-kit/test-config';

export default testConfig({
  // Those that wait for the server's limits wait together.
  all: { maxConcurrency: 10 },
  notOnWindows: {
    files: [
      'bin',
      'bin-jwt',
      'bin-metrics',
      'bin-signals',
      'redis-bin',
      'health',
      'refusals',
      'five-minutes',
      'official-go',
    ],
    because: 'they send signals and run sh',
  },
});
