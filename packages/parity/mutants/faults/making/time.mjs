// Faults in the times of a new token.
import { MAX_TTL, refuseIf, seconds } from '../../reference/steps.mjs';

const isAnyInteger = (value) => Number.isInteger(value);

export const faults = {
  'milliseconds-in-ctime': { clock: Date.now },
  'milliseconds-in-expire': { expire: (ctime, ttl) => (ctime + ttl) * 1000 },
  'ttl-as-expire': { expire: (_ctime, ttl) => ttl },
  'expire-of-31-bits': { expire: (ctime, ttl) => (ctime + ttl) | 0 },
  'ttl-of-32-bits': {
    checkTtl: (ttl) => refuseIf(!isAnyInteger(ttl) || ttl < 1, 'effectiveTimeInSeconds'),
    expire: (ctime, ttl) => ctime + (ttl | 0),
  },
  'ttl-of-64-bits-wraps': {
    checkTtl: (ttl) => refuseIf(BigInt.asIntN(64, BigInt(ttl)) < 1n, 'effectiveTimeInSeconds'),
    expire: (ctime, ttl) => ctime + Number(BigInt.asIntN(64, BigInt(ttl))),
  },
  'ten-years-refused': {
    checkTtl: (ttl) => refuseIf(!isAnyInteger(ttl) || ttl < 1 || ttl >= MAX_TTL, 'ttl'),
  },
  'a-second-refused': {
    checkTtl: (ttl) => refuseIf(!isAnyInteger(ttl) || ttl < 2 || ttl > 2 ** 32, 'ttl'),
  },
  'expire-of-2-to-53-made': {
    checkTtl: (ttl) => refuseIf(!isAnyInteger(ttl) || ttl < 1 || ttl > 2 ** 52, 'ttl'),
  },
  'ten-years-cut-by-a-second': { expire: (ctime, ttl) => ctime + Math.min(ttl, MAX_TTL - 1) },
  'clock-rounded-up-when-making': { clock: () => Math.ceil(Date.now() / 1000) },
  'clock-half-a-second-ahead': { clock: () => Math.floor((Date.now() + 460) / 1000) },
  'clock-an-hour-off': { clock: () => seconds() + 3600 },
  'clock-read-twice-a-second': (() => {
    let read = seconds();
    let next = 0;
    return {
      clock: () => {
        if (performance.now() >= next) {
          read = seconds();
          next = performance.now() + 500;
        }
        return read;
      },
    };
  })(),
  'clock-read-twice-for-a-token': {
    expire: (ctime, ttl) => {
      const start = performance.now();
      while (performance.now() < start + 1);
      return Math.abs(seconds() - ctime) > 1 ? ctime + ttl : seconds() + ttl;
    },
  },
  'clock-of-the-time-zone': {
    clock: () => seconds() - 60 * new Date().getTimezoneOffset(),
  },
  'clock-rounded-when-making': { clock: () => Math.round(Date.now() / 1000) },
  'clock-read-once': (() => {
    const started = seconds();
    return { clock: () => started };
  })(),
};
