// Faults in what is refused and what is taken.
import { createHash } from 'node:crypto';
import { correct, isInteger, refuseIf } from '../../reference/steps.mjs';

export const faults = {
  'mode-with-a-line-end-taken': {
    checkFields: (op, fields) => {
      correct.checkFields(op, fields);
      if (op === 'generate') fields.mode = fields.mode.replace(/\n$/, '');
    },
  },
  'user-0-refused': {
    checkUserId: (userId) => {
      correct.checkUserId(userId);
      refuseIf(userId === '0', 'userId');
    },
  },
  'noncharacters-refused': {
    checkUserId: (userId) => {
      correct.checkUserId(userId);
      refuseIf(/[\ufdd0-\ufdef\ufffe\uffff]/.test(userId), 'userId');
    },
  },
  'lone-surrogates-made': { checkUserId: (userId) => refuseIf(userId === '') },
  'lone-surrogates-in-a-payload-made': { checkPayload: () => {} },
  'app-id-0-taken': { checkAppId: (appId) => refuseIf(!isInteger(appId, 0, 0xffff_ffff)) },
  'negative-app-id-taken': {
    checkAppId: (appId) => refuseIf(appId === 0 || appId > 0xffff_ffff, 'appId'),
    appId: (appId) => appId >>> 0,
  },
  'app-id-cut-to-32-bits': {
    checkAppId: (appId) => refuseIf(appId >>> 0 === 0, 'appId'),
    appId: (appId) => appId >>> 0,
  },
  'app-id-of-64-bits-wraps': {
    checkAppId: (appId) => refuseIf(!isInteger(appId, 1, 0xffff_ffff) && appId < 2 ** 63, 'appId'),
    appId: (appId) => (appId < 2 ** 63 ? appId : Number(BigInt.asUintN(32, BigInt(appId))) || 1),
  },
  'empty-user-taken': { checkUserId: () => {} },
  'user-length-in-bytes': {
    checkUserLength: (userId) => refuseIf(Buffer.byteLength(userId) > 64, 'userId'),
  },
  'secret-of-any-length-taken': {
    checkSecret: () => {},
    key: (secret) => Buffer.alloc(32, Buffer.concat([Buffer.from(secret), Buffer.alloc(32)])),
  },
  'secret-counted-in-characters': { checkSecret: (secret) => refuseIf(secret.length !== 32) },
  'secret-trimmed': {
    checkSecret: (secret) => refuseIf(Buffer.byteLength(secret.trim()) !== 32, 'serverSecret'),
    key: (secret) => Buffer.from(secret.trim()),
  },
  'secret-hashed': {
    checkSecret: () => {},
    key: (secret) =>
      Buffer.byteLength(secret) === 32
        ? Buffer.from(secret)
        : createHash('sha256').update(secret).digest(),
  },
  'ttl-0-taken': { checkTtl: () => {} },
};
