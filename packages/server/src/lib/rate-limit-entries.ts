import { aNumber } from './arguments.ts';

/** What every rate limit takes, whoever counts. */
export const rateLimitEntries = { requests: aNumber(1, 1e9), seconds: aNumber(1, 1e6) };
