// Faults in comparing app, user and mode.
import { correct, refuseIf } from '../../reference/steps.mjs';

export const faults = {
  'another-app-accepted': { sameApp: () => true },
  'another-user-accepted': { sameUser: () => true },
  'app-equal-in-32-bit-floats-accepted': {
    sameApp: (wanted, appId) => wanted === undefined || Math.fround(wanted) === Math.fround(appId),
  },
  'app-equal-in-16-bits-accepted': {
    sameApp: (wanted, appId) => wanted === undefined || (wanted & 0xffff) === (appId & 0xffff),
  },
  'app-with-another-sign-accepted': {
    sameApp: (wanted, appId) =>
      wanted === undefined || Math.abs(wanted | 0) === Math.abs(appId | 0),
  },
  'user-compared-in-255-bytes': {
    sameUser: (wanted, userId) =>
      wanted === undefined ||
      Buffer.from(wanted).subarray(0, 255).equals(Buffer.from(userId).subarray(0, 255)),
  },
  'user-compared-in-16384-bytes': {
    sameUser: (wanted, userId) =>
      wanted === undefined ||
      Buffer.from(wanted).subarray(0, 16_384).equals(Buffer.from(userId).subarray(0, 16_384)),
  },
  'user-compared-by-a-length-of-8-bits': {
    sameUser: (wanted, userId) =>
      wanted === undefined ||
      (((wanted.length ^ userId.length) & 0xff) === 0 &&
        (wanted.startsWith(userId) || userId.startsWith(wanted))),
  },
  'user-compared-in-7-bits': {
    sameUser: (wanted, userId) => {
      if (wanted === undefined) return true;
      const [one, other] = [wanted, userId].map((text) =>
        Buffer.from(text).map((byte) => byte & 0x7f),
      );
      return Buffer.compare(one, other) === 0;
    },
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
  'user-0-is-no-demand': {
    sameUser: (wanted, userId) => wanted === '0' || correct.sameUser(wanted, userId),
  },
  'user-false-is-no-demand': {
    sameUser: (wanted, userId) => wanted === 'false' || correct.sameUser(wanted, userId),
  },
  'user-with-a-line-end-accepted': {
    sameUser: (wanted, userId) => correct.sameUser(wanted?.replace(/\n$/, ''), userId),
  },
  'empty-user-accepted': {
    checkLifetime: ({ ctime, expire }) => refuseIf(expire <= ctime, 'Claims'),
  },
  'empty-user-refused-if-demanded-only': {
    checkLifetime: ({ ctime, expire }) => refuseIf(expire <= ctime, 'Claims'),
    sameUser: (wanted, userId) => wanted === undefined || (userId !== '' && wanted === userId),
  },
  'any-mode-accepted': { rightMode: () => true },
  'first-mode-only': { rightMode: (modes, mode) => modes === undefined || modes[0] === mode },
  'last-mode-only': { rightMode: (modes, mode) => modes === undefined || modes.at(-1) === mode },
  'cbc-unless-modes-are-given': { rightMode: (modes = ['cbc'], mode) => modes.includes(mode) },
  'mode-after-decryption': { modeComes: 'last' },
};
