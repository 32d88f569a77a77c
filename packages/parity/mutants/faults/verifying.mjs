// Faults in verifying.
import { correct, isInteger, refuseIf } from '../reference/steps.mjs';

/** Demands with those that are falsy left out, as `if (wanted)` does. */
const unlessFalsy =
  (...names) =>
  (request) =>
    Object.fromEntries(
      Object.entries(request).filter(([name, value]) => !names.includes(name) || value),
    );
const unchecked = { checkDemands: () => {} };
/** Of one request, used in the next. */
const sticky = (name) => {
  let kept;
  return {
    demands: (request) => {
      kept = request[name] ?? kept;
      return { ...request, [name]: kept };
    },
  };
};
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

export const verifyingFaults = {
  'expired-accepted': { isExpired: () => false },
  'good-to-the-end-of-expire': { isExpired: (now, expire, more) => now > expire + more },
  'clock-rounded': { now: ({ now }) => Math.round(now) },
  'clock-cut': { now: ({ now }) => Math.floor(now) },
  'clock-of-32-bits': { now: ({ now }) => now | 0 },
  'clock-of-unsigned-32-bits': { now: ({ now }) => now % 2 ** 32 },
  'own-clock': { now: () => Date.now() / 1000 },
  'now-0-is-own-clock': { now: ({ now }) => now || Date.now() / 1000 },
  'another-app-accepted': { sameApp: () => true },
  'another-user-accepted': { sameUser: () => true },
  'app-equal-in-32-bit-floats-accepted': {
    sameApp: (wanted, appId) => wanted === undefined || Math.fround(wanted) === Math.fround(appId),
  },
  'app-equal-in-16-bits-accepted': {
    sameApp: (wanted, appId) => wanted === undefined || (wanted & 0xffff) === (appId & 0xffff),
  },
  'user-in-any-case-accepted': {
    sameUser: (wanted, userId) =>
      wanted === undefined || wanted.toLowerCase() === userId.toLowerCase(),
  },
  'user-trimmed-when-comparing': {
    sameUser: (wanted, userId) => wanted === undefined || wanted.trim() === userId.trim(),
  },
  'user-compared-as-ascii': {
    sameUser: (wanted, userId) =>
      wanted === undefined || Buffer.from(wanted, 'ascii').equals(Buffer.from(userId, 'ascii')),
  },
  'user-with-a-blank-refused': {
    checkDemands: (demands) => {
      correct.checkDemands(demands);
      refuseIf(demands.userId?.includes(' '), 'userId');
    },
  },
  'user-beyond-ascii-refused': {
    checkDemands: (demands) => {
      correct.checkDemands(demands);
      refuseIf(/[^ -~]/.test(demands.userId ?? ''), 'userId');
    },
  },
  'start-of-user-accepted': {
    sameUser: (wanted, userId) => wanted === undefined || userId.startsWith(wanted),
  },
  'any-mode-accepted': { rightMode: () => true },
  'first-mode-only': { rightMode: (modes, mode) => modes === undefined || modes[0] === mode },
  'last-mode-only': { rightMode: (modes, mode) => modes === undefined || modes.at(-1) === mode },
  'cbc-unless-modes-are-given': { rightMode: (modes = ['cbc'], mode) => modes.includes(mode) },
  'mode-after-decryption': { modeComes: 'last' },
  'no-lifetime-accepted': { checkLifetime: () => {} },
  'empty-user-accepted': {
    checkLifetime: ({ ctime, expire }) => refuseIf(expire <= ctime, 'Claims'),
  },
  'empty-user-refused-if-demanded-only': {
    checkLifetime: ({ ctime, expire }) => refuseIf(expire <= ctime, 'Claims'),
    sameUser: (wanted, userId) => wanted === undefined || (userId !== '' && wanted === userId),
  },
  'ctime-ahead-refused': {
    checkLifetime: (claims) => {
      correct.checkLifetime(claims);
      refuseIf(claims.ctime > 1_800_000_000, 'Claims');
    },
  },

  // Falsy and impossible demands
  'empty-user-is-no-demand': { demands: unlessFalsy('userId') },
  'app-0-is-no-demand': { demands: unlessFalsy('appId') },
  'demands-of-a-wrong-type-are-none': {
    demands: (request) =>
      Object.fromEntries(
        Object.entries(request).filter(
          ([name, value]) => name !== 'userId' || typeof value === 'string',
        ),
      ),
  },
  'user-0-is-no-demand': {
    sameUser: (wanted, userId) => wanted === '0' || correct.sameUser(wanted, userId),
  },
  'user-false-is-no-demand': {
    sameUser: (wanted, userId) => wanted === 'false' || correct.sameUser(wanted, userId),
  },
  'user-with-a-line-end-accepted': {
    sameUser: (wanted, userId) => correct.sameUser(wanted?.replace(/\n$/, ''), userId),
  },
  'service-with-a-line-end-taken': {
    checkDemands: ({ service, ...demands }) =>
      correct.checkDemands({ ...demands, service: service?.replace(/\n$/, '') }),
  },
  'service-cut-at-a-nul': {
    demands: ({ service, ...request }) => ({ ...request, service: service?.split('\0')[0] }),
  },
  'modes-with-a-line-end-taken': {
    demands: ({ modes, ...request }) => ({
      ...request,
      modes: modes?.map((mode) => mode.replace(/\r?\n$/, '')),
    }),
  },
  'no-modes-are-all-modes': {
    demands: (request) =>
      request.modes?.length === 0 ? { ...request, modes: undefined } : request,
  },
  'no-secrets-are-no-check': {
    checkSecrets: () => {},
    checkReadSecret: (secret) => secret !== undefined && correct.checkReadSecret(secret),
    readKey: (secret) => Buffer.from(secret ?? 'fa94dd0f974cf2e293728a526b028271'),
  },
  'app-demand-cut-to-32-bits': {
    ...unchecked,
    sameApp: (wanted, appId) => wanted === undefined || wanted >>> 0 === appId,
  },
  'negative-app-is-no-demand': {
    ...unchecked,
    sameApp: (wanted, appId) => wanted === undefined || wanted < 0 || wanted === appId,
  },
  'app-beyond-uint32-is-no-demand': {
    ...unchecked,
    sameApp: (wanted, appId) => !isInteger(wanted, 1, 2 ** 32 - 1) || wanted === appId,
  },
  'unknown-mode-in-a-list-taken': {
    checkDemands: ({ modes: _modes, ...demands }) => correct.checkDemands(demands),
  },
  'modes-in-any-case-taken': {
    ...unchecked,
    rightMode: (modes, mode) =>
      modes === undefined || modes.some((each) => each.toLowerCase() === mode),
  },
  'unknown-service-is-express': {
    checkDemands: ({ service: _service, ...demands }) => correct.checkDemands(demands),
  },

  // Order
  'mismatch-before-claims': judgeIn('identity', 'lifetime', 'zim', 'expiry', 'zimEnd'),
  'expired-before-mismatch': judgeIn('lifetime', 'expiry', 'identity', 'zim', 'zimEnd'),
  'expired-before-claims': judgeIn('expiry', 'lifetime', 'identity', 'zim', 'zimEnd'),
  'expired-before-zim': judgeIn('lifetime', 'identity', 'expiry', 'zim', 'zimEnd'),
  'zim-end-before-zim': judgeIn('lifetime', 'identity', 'expiry', 'zimEnd', 'zim'),
  'zim-end-before-identity': judgeIn('lifetime', 'zimEnd', 'identity', 'zim', 'expiry'),

  // Tolerance
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
    checkZimEnd: ({ expire }, now, more) => refuseIf(expire + more - now < 30, 'Expired'),
  },
  'tolerance-for-the-days-of-zim': {
    checkZim: ({ payload, expire }, now, more) => {
      refuseIf(payload !== '', 'Mismatch');
      refuseIf(expire - now > 2_073_600 + more, 'Mismatch');
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

  // Services
  'zim-payload-accepted': {
    checkZim: ({ expire }, now) => refuseIf(expire - now > 2_073_600, 'Mismatch'),
  },
  'zim-payload-0-accepted': {
    checkZim: ({ payload, ...claims }, now) =>
      correct.checkZim({ ...claims, payload: payload === '0' ? '' : payload }, now),
  },
  'zim-payload-of-an-empty-object-accepted': {
    checkZim: ({ payload, ...claims }, now) =>
      correct.checkZim({ ...claims, payload: payload === '{}' ? '' : payload }, now),
  },
  'zim-days-from-ctime': {
    checkZim: ({ payload, ctime, expire }) =>
      refuseIf(payload !== '' || expire - ctime > 2_073_600, 'Mismatch'),
  },
  'zim-days-without-the-last-second': {
    checkZim: ({ payload, expire }, now) =>
      refuseIf(payload !== '' || expire - now >= 2_073_600, 'Mismatch'),
  },
  'zim-refuses-30-seconds-left': {
    checkZimEnd: ({ expire }, now) => refuseIf(expire - now <= 30, 'Expired'),
  },
  'zim-end-not-checked': { checkZimEnd: () => {} },
  'zim-refuses-everything': { checkZim: () => refuseIf(true, 'Mismatch') },
  'zim-end-is-a-mismatch': {
    checkZimEnd: ({ expire }, now) => refuseIf(expire - now < 30, 'Mismatch'),
  },
  'zim-payload-is-bad-claims': {
    checkZim: ({ payload, expire }, now) => {
      refuseIf(payload !== '', 'Claims');
      refuseIf(expire - now > 2_073_600, 'Mismatch');
    },
  },
  'express-as-zim': { demands: (request) => ({ ...request, service: 'zim' }) },
  'express-refused': {
    checkDemands: (demands) => {
      correct.checkDemands(demands);
      refuseIf(demands.service === 'express', 'service');
    },
  },

  // A check that another switches off
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

  // Rotation
  'first-secret-only': { movesOn: () => false },
  'first-four-secrets-only': {
    checkSecrets: (secrets) => {
      correct.checkSecrets(secrets);
      secrets.splice(4);
    },
  },
  'first-sixteen-secrets-only': {
    checkSecrets: (secrets) => {
      correct.checkSecrets(secrets);
      secrets.splice(16);
    },
  },
  'a-parser-does-not-move-on': { movesOn: ({ reason }) => !(reason instanceof SyntaxError) },
  'only-a-padding-moves-on': { movesOn: ({ reason }) => !(reason instanceof TypeError) },
  'ten-years-refused-when-verifying': {
    judge: (demands, claims, now, tolerance, step) => {
      refuseIf(claims.expire - claims.ctime >= 315360000, 'Claims');
      correct.judge(demands, claims, now, tolerance, step);
    },
  },
  'a-second-refused-when-verifying': {
    judge: (demands, claims, now, tolerance, step) => {
      refuseIf(claims.expire - claims.ctime < 2, 'Claims');
      correct.judge(demands, claims, now, tolerance, step);
    },
  },
  'any-failure-moves-on': { movesOn: () => true },

  // State
  'service-sticks': sticky('service'),
  'user-sticks': sticky('userId'),
  'tolerance-sticks': sticky('clockToleranceInSeconds'),
  'clock-sticks': (() => {
    let first;
    return {
      now: ({ now }) => {
        first ??= now;
        return first;
      },
    };
  })(),
};
