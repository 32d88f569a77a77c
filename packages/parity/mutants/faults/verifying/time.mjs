// Faults in the clock, in the end of a token and in its lifetime.
import { correct, MAX_TTL, refuseIf } from '../../reference/steps.mjs';

export const faults = {
  'expired-accepted': { isExpired: () => false },
  'good-to-the-end-of-expire': { isExpired: (now, expire, more) => now > expire + more },
  'clock-rounded': { now: ({ now }) => Math.round(now) },
  'clock-cut': { now: ({ now }) => Math.floor(now) },
  'clock-of-32-bits': { now: ({ now }) => now | 0 },
  'clock-of-unsigned-32-bits': { now: ({ now }) => now % 2 ** 32 },
  'own-clock': { now: () => Date.now() / 1000 },
  'now-0-is-own-clock': { now: ({ now }) => now || Date.now() / 1000 },
  'no-lifetime-accepted': { checkLifetime: () => {} },
  'ctime-ahead-refused': {
    checkLifetime: (claims) => {
      correct.checkLifetime(claims);
      refuseIf(claims.ctime > 1_800_000_000, 'Claims');
    },
  },
  'ten-years-refused-when-verifying': {
    judge: (demands, claims, now, tolerance, step) => {
      refuseIf(claims.expire - claims.ctime >= MAX_TTL, 'Claims');
      correct.judge(demands, claims, now, tolerance, step);
    },
  },
  'a-second-refused-when-verifying': {
    judge: (demands, claims, now, tolerance, step) => {
      refuseIf(claims.expire - claims.ctime < 2, 'Claims');
      correct.judge(demands, claims, now, tolerance, step);
    },
  },
};
