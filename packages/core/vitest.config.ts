import { SHARED_MODULES, testConfig } from '@token04/test-kit/test-config';

export default testConfig({ short: SHARED_MODULES });
