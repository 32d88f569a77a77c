// Faults in the tolerance of clocks.
import { correct, refuseIf, ZIM_LEAST_LEFT, ZIM_MOST_LEFT } from '../../reference/steps.mjs';

export const faults = {
  'tolerance-ignored': { tolerance: () => 0 },
  'tolerance-in-milliseconds': {
    tolerance: ({ clockToleranceInSeconds = 0 }) => clockToleranceInSeconds / 1000,
  },
  'tolerance-in-minutes': {
    tolerance: ({ clockToleranceInSeconds = 0 }) => clockToleranceInSeconds * 60,
  },
  'tolerance-twice': { isExpired: (now, expire, more) => now - more >= expire + more },
  'tolerance-subtracted': { isExpired: (now, expire, more) => now >= expire - more },
  'tolerance-capped': {
    tolerance: ({ clockToleranceInSeconds = 0 }) => Math.min(clockToleranceInSeconds, 300),
  },
  'tolerance-cut-to-seconds': {
    tolerance: ({ clockToleranceInSeconds = 0 }) => Math.floor(clockToleranceInSeconds),
  },
  'tolerance-of-a-minute-unless-given': {
    tolerance: ({ clockToleranceInSeconds = 60 }) => clockToleranceInSeconds,
  },
  'negative-tolerance-taken': { checkTolerance: () => {} },
  'tolerance-for-the-lifetime': {
    judge: (demands, claims, now, tolerance, step) => {
      refuseIf(claims.userId === '' || claims.expire + tolerance <= claims.ctime, 'Claims');
      correct.judge(demands, claims, now, tolerance, { ...step, checkLifetime: () => {} });
    },
  },
  'tolerance-for-what-zim-wants-left': {
    checkZimEnd: ({ expire }, now, more) =>
      refuseIf(expire + more - now < ZIM_LEAST_LEFT, 'Expired'),
  },
  'tolerance-for-the-days-of-zim': {
    checkZim: ({ payload, expire }, now, more) => {
      refuseIf(payload !== '', 'Mismatch');
      refuseIf(expire - now > ZIM_MOST_LEFT + more, 'Mismatch');
    },
  },
  'tolerance-switches-the-app-off': {
    sameApp: (wanted, appId) => correct.sameApp(wanted, appId),
    checkIdentity: (demands, claims, step) =>
      correct.checkIdentity(
        demands.clockToleranceInSeconds ? { userId: demands.userId } : demands,
        claims,
        step,
      ),
  },
};
