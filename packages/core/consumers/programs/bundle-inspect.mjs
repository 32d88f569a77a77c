import { inspectToken04 } from '@token04/core';

try {
  inspectToken04('');
} catch (error) {
  if (error.code !== 'ERR_TOKEN04_MALFORMED') throw error;
}
