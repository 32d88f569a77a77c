import { testConfig } from '@token04/test-kit/test-config';

// So that the files of a worker share one browser.
export default testConfig({ all: { maxWorkers: 2, isolate: false } });
