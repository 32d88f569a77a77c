// token04 in small steps, each done as the specification says. A fault is another way to do one of
// them (../faults), or another text of this file (../operators.mjs).
import { randomBytes, randomInt } from 'node:crypto';

export class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export const refuseIf = (wrong, code) => {
  if (wrong) throw new Refusal(code);
};

export const isInteger = (value, minimum, maximum) =>
  Number.isInteger(value) && value >= minimum && value <= maximum;
const isText = (value) => typeof value === 'string' && !/\p{Surrogate}/u.test(value);
const isSecret = (value) => isText(value) && Buffer.byteLength(value) === 32;
export const ivLength = (mode) => (mode === 'gcm' ? 12 : 16);
export const seconds = () => Math.floor(Date.now() / 1000);
export const int64 = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
};
const uint16 = (value) => Buffer.from([value >> 8, value & 0xff]);
export const escapeLower = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
export const quoteLikeGo = (text) =>
  JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, escapeLower);

export const pkcs7 = (bytes) => {
  const count = 16 - (bytes.length % 16);
  return Buffer.concat([bytes, Buffer.alloc(count, count)]);
};

const unpadPkcs7 = (bytes) => {
  const count = bytes.at(-1);
  const padding = bytes.subarray(-count);
  refuseIf(count < 1 || count > 16 || padding.some((byte) => byte !== count), 'Decryption');
  return bytes.subarray(0, -count);
};

const FIELDS = {
  describe: [],
  generate: [
    'mode',
    'appId',
    'userId',
    'serverSecret',
    'effectiveTimeInSeconds',
    'payload',
    'ctime',
    'nonce',
    'iv',
  ],
  decode: ['token', 'serverSecret'],
  verify: [
    'token',
    'serverSecret',
    'now',
    'appId',
    'userId',
    'modes',
    'clockToleranceInSeconds',
    'service',
  ],
};

export const MAX_TTL = 315_360_000;
export const ZIM_MOST_LEFT = 2_073_600;
export const ZIM_LEAST_LEFT = 30;

export const correct = {
  // Lines
  description: (all) => all,
  unknownOp: () => refuseIf(true, 'unknown op'),
  checkFields: (op, fields) =>
    refuseIf(
      Object.keys(fields).some((name) => !FIELDS[op].includes(name)),
      'unknown field',
    ),
  message: () => 'refused',
  complain: () => {},
  failure: (code) => code,
  line: (answer) => `${JSON.stringify(answer)}\n`,

  // Making
  checkMode: (mode) => refuseIf(mode !== 'cbc' && mode !== 'gcm', 'mode'),
  checkAppId: (appId) => refuseIf(!isInteger(appId, 1, 0xffff_ffff), 'appId'),
  checkUserId: (userId) => refuseIf(!isText(userId) || userId === '', 'userId'),
  checkUserLength: (userId) => refuseIf(userId.length > 64, 'userId'),
  checkSecret: (secret) => refuseIf(!isSecret(secret), 'serverSecret'),
  checkTtl: (ttl) => refuseIf(!isInteger(ttl, 1, MAX_TTL), 'effectiveTimeInSeconds'),
  checkPayload: (payload) => refuseIf(!isText(payload), 'payload'),
  checkSize: (length) => refuseIf(length > 0xffff, 'TooLarge'),
  appId: (appId) => appId,
  text: (text) => text,
  clock: seconds,
  expire: (ctime, ttl) => ctime + ttl,
  outerExpire: ({ expire }) => expire,
  nonce: () => randomInt(2 ** 31),
  iv: (mode) => randomBytes(ivLength(mode)),
  chosen: (chosen) => chosen,
  order: ['app_id', 'user_id', 'ctime', 'expire', 'nonce', 'payload'],
  value: (_name, value, step) => (typeof value === 'string' ? step.quote(value) : String(value)),
  quote: quoteLikeGo,
  join: (members) => `{${members.join(',')}}`,
  toBytes: (text) => Buffer.from(text),
  key: (secret) => Buffer.from(secret),
  pad: pkcs7,
  sealed: (ciphertext, tag) => [ciphertext, tag],
  cipherIv: (iv) => iv,
  frameIv: (iv) => iv,
  expireBytes: int64,
  lengthBytes: uint16,
  modeByte: (mode) => (mode === 'gcm' ? [1] : []),
  version: '04',
  base64: (bytes) => bytes.toString('base64'),
  token: (token) => token,

  // Reading
  checkVersion: (token) => refuseIf(!isText(token) || !token.startsWith('04'), 'Malformed'),
  fromBase64: (text) => {
    const bytes = Buffer.from(text, 'base64');
    refuseIf(bytes.toString('base64') !== text, 'Malformed');
    return bytes;
  },
  readLength: (bytes, offset) => bytes.readUInt16BE(offset),
  readMode: (rest) => {
    refuseIf(rest.length > 1 || (rest[0] ?? 0) > 1, 'Malformed');
    return rest[0] === 1 ? 'gcm' : 'cbc';
  },
  checkIv: (iv, mode) => refuseIf(iv.length !== ivLength(mode), 'Malformed'),
  checkCiphertext: (ciphertext, mode) => {
    const { length } = ciphertext;
    refuseIf(mode === 'gcm' ? length < 16 : length === 0 || length % 16 !== 0, 'Malformed');
  },
  checkReadSecret: (secret) => refuseIf(!isSecret(secret), 'serverSecret'),
  readKey: (secret) => Buffer.from(secret),
  unpad: unpadPkcs7,
  openGcm: (decipher, ciphertext, tag) => {
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  },
  fromBytes: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
  parse: JSON.parse,
  checkObject: (json) =>
    refuseIf(typeof json !== 'object' || json === null || Array.isArray(json), 'Claims'),
  own: (json, name) => (Object.hasOwn(json, name) ? json[name] : undefined),
  readInteger: (value, minimum, maximum) => {
    refuseIf(!isInteger(value, minimum, maximum), 'Claims');
    return value;
  },
  minAppId: 1,
  maxAppId: 0xffff_ffff,
  minNonce: Number.MIN_SAFE_INTEGER,
  maxNonce: Number.MAX_SAFE_INTEGER,
  maxTime: Number.MAX_SAFE_INTEGER,
  readText: (value) => {
    refuseIf(!isText(value), 'Claims');
    return value;
  },
  payload: (json, step) => step.readText(step.own(json, 'payload') ?? ''),
  checkOuter: (outer, inner) => refuseIf(outer !== BigInt(inner), 'Claims'),
  checkDecoded: () => {},

  // Verifying
  checkDemands: ({ appId = 1, userId = 'x', modes = ['cbc'], service = 'express' }) => {
    refuseIf(!isInteger(appId, 1, 0xffff_ffff), 'appId');
    refuseIf(!isText(userId) || userId === '', 'userId');
    refuseIf(modes.length === 0 || modes.some((mode) => mode !== 'cbc' && mode !== 'gcm'), 'modes');
    refuseIf(service !== 'express' && service !== 'zim', 'service');
  },
  checkTolerance: (tolerance) =>
    refuseIf(typeof tolerance !== 'number' || tolerance < 0, 'clockToleranceInSeconds'),
  checkSecrets: (secrets) => refuseIf(secrets.length === 0, 'serverSecret'),
  demands: (request) => request,
  tolerance: ({ clockToleranceInSeconds = 0 }) => clockToleranceInSeconds,
  now: ({ now }) => now,
  movesOn: (error) => error.code === 'Decryption',
  isExpired: (now, expire, tolerance) => now >= expire + tolerance,
  sameApp: (wanted, appId) => wanted === undefined || wanted === appId,
  sameUser: (wanted, userId) => wanted === undefined || wanted === userId,
  rightMode: (modes, mode) => modes === undefined || modes.includes(mode),
  modeComes: 'first',
  checkLifetime: ({ userId, ctime, expire }) =>
    refuseIf(userId === '' || expire <= ctime, 'Claims'),
  checkIdentity: (demands, claims, step) => {
    refuseIf(!step.sameApp(demands.appId, claims.appId), 'Mismatch');
    refuseIf(!step.sameUser(demands.userId, claims.userId), 'Mismatch');
  },
  checkZim: ({ payload, expire }, now) => {
    refuseIf(payload !== '', 'Mismatch');
    refuseIf(expire - now > ZIM_MOST_LEFT, 'Mismatch');
  },
  checkZimEnd: ({ expire }, now) => refuseIf(expire - now < ZIM_LEAST_LEFT, 'Expired'),
  /** In the order of the specification, 6. */
  judge: (demands, claims, now, tolerance, step) => {
    step.checkLifetime(claims);
    step.checkIdentity(demands, claims, step);
    const isZim = demands.service === 'zim';
    if (isZim) step.checkZim(claims, now, tolerance);
    refuseIf(step.isExpired(now, claims.expire, tolerance), 'Expired');
    if (isZim) step.checkZimEnd(claims, now, tolerance);
  },
};
