// Faults in the order of the checks, and checks that a demand switches off.
import { correct, refuseIf } from '../../reference/steps.mjs';

const judgeIn = (...order) => ({
  judge: (demands, claims, now, tolerance, step) => {
    const isZim = demands.service === 'zim';
    const checks = {
      lifetime: () => step.checkLifetime(claims),
      identity: () => step.checkIdentity(demands, claims, step),
      zim: () => isZim && step.checkZim(claims, now, tolerance),
      expiry: () => refuseIf(step.isExpired(now, claims.expire, tolerance), 'Expired'),
      zimEnd: () => isZim && step.checkZimEnd(claims, now, tolerance),
    };
    for (const name of order) checks[name]();
  },
});

export const faults = {
  'mismatch-before-claims': judgeIn('identity', 'lifetime', 'zim', 'expiry', 'zimEnd'),
  'expired-before-mismatch': judgeIn('lifetime', 'expiry', 'identity', 'zim', 'zimEnd'),
  'expired-before-claims': judgeIn('expiry', 'lifetime', 'identity', 'zim', 'zimEnd'),
  'expired-before-zim': judgeIn('lifetime', 'identity', 'expiry', 'zim', 'zimEnd'),
  'zim-end-before-zim': judgeIn('lifetime', 'identity', 'expiry', 'zimEnd', 'zim'),
  'zim-end-before-identity': judgeIn('lifetime', 'zimEnd', 'identity', 'zim', 'expiry'),
  'user-not-checked-with-an-app': {
    checkIdentity: ({ appId, userId }, claims, step) =>
      correct.checkIdentity(appId === undefined ? { userId } : { appId }, claims, step),
  },
  'app-not-checked-with-modes': {
    checkIdentity: ({ appId, userId, modes }, claims, step) =>
      correct.checkIdentity(modes === undefined ? { appId, userId } : { userId }, claims, step),
  },
  'user-not-checked-in-zim': {
    checkIdentity: ({ appId, userId, service }, claims, step) =>
      correct.checkIdentity(service === 'zim' ? { appId } : { appId, userId }, claims, step),
  },
  'expiry-not-checked-with-a-user': {
    judge: (demands, claims, now, tolerance, step) =>
      correct.judge(demands, claims, now, tolerance, {
        ...step,
        isExpired: (...all) => demands.userId === undefined && step.isExpired(...all),
      }),
  },
  'lifetime-not-checked-in-gcm': {
    judge: (demands, claims, now, tolerance, step) =>
      correct.judge(demands, claims, now, tolerance, {
        ...step,
        checkLifetime: (all) => demands.modes?.includes('gcm') || step.checkLifetime(all),
      }),
  },
};
