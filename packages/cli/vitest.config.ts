import { testConfig } from '@token04/test-kit/test-config';

export default testConfig({
  notOnWindows: {
    files: ['completion', 'docs'],
    because: 'they put the command into a PATH by a symbolic link, which it lets not everyone make',
  },
});
