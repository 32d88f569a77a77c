import { testConfig } from '@token04/test-kit/test-config';

export default testConfig();
