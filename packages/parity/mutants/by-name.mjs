// A testee with one deliberate fault, named by MUTANT; without a name it has none. It proves that
// the runner's cases find such faults (test/mutants.test.ts). --list prints the names.
import { createCipheriv, createDecipheriv, randomBytes, randomInt } from 'node:crypto';

class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const refuseIf = (wrong, code) => {
  if (wrong) throw new Refusal(code);
};

const isInteger = (value, minimum, maximum) =>
  Number.isInteger(value) && value >= minimum && value <= maximum;
const uint16 = (value) => Buffer.from([value >> 8, value & 0xff]);
const uint16LittleEndian = (value) => Buffer.from([value & 0xff, value >> 8]);
const int64 = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
};
const quoteLikeGo = (text) => JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, escapeLower);
const escapeLower = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const seconds = () => Math.floor(Date.now() / 1000);
const ivLength = (mode) => (mode === 'gcm' ? 12 : 16);
const cipherName = (key, mode) => `aes-${key.length * 8}-${mode}`;

const pkcs7 = (bytes) => {
  const count = 16 - (bytes.length % 16);
  return Buffer.concat([bytes, Buffer.alloc(count, count)]);
};

const unpadPkcs7 = (bytes) => {
  const count = bytes.at(-1);
  const padding = bytes.subarray(-count);
  refuseIf(count < 1 || count > 16 || padding.some((byte) => byte !== count), 'Decryption');
  return bytes.subarray(0, -count);
};

const cbc = (cipher, bytes) => {
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
};

/** token04 in small steps; a fault is another way to do one of them. */
const correct = {
  describe: (description) => description,
  unknownOp: undefined,

  // Making
  checkAppId: (appId) => refuseIf(!isInteger(appId, 1, 0xffff_ffff), 'appId'),
  checkUserId: (userId) => refuseIf(userId === '', 'userId'),
  checkSecret: (secret) => refuseIf(Buffer.byteLength(secret) !== 32, 'serverSecret'),
  checkTtl: (ttl) => refuseIf(ttl < 1, 'effectiveTimeInSeconds'),
  checkSize: (length) => refuseIf(length > 0xffff, 'TooLarge'),
  text: (text) => text,
  clock: seconds,
  expire: (ctime, ttl) => ctime + ttl,
  outerExpire: ({ expire }) => expire,
  nonce: () => randomInt(2 ** 31),
  iv: (mode) => randomBytes(ivLength(mode)),
  chosen: (chosen) => chosen,
  order: ['app_id', 'user_id', 'ctime', 'expire', 'nonce', 'payload'],
  value: (_name, value) => (typeof value === 'string' ? step.quote(value) : String(value)),
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
  checkVersion: (token) => refuseIf(!token.startsWith('04'), 'Malformed'),
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
    refuseIf(typeof value !== 'string' || /\p{Surrogate}/u.test(value), 'Claims');
    return value;
  },
  payload: (json) => step.readText(step.own(json, 'payload') ?? ''),
  checkOuter: (outer, inner) => refuseIf(outer !== BigInt(inner), 'Claims'),
  checkDecoded: () => {},
  failure: (code) => code,

  // Verifying
  now: (now) => now,
  isExpired: (now, expire) => now >= expire,
  sameApp: (wanted, appId) => wanted === undefined || wanted === appId,
  sameUser: (wanted, userId) => wanted === undefined || wanted === userId,
  rightMode: (modes, mode) => modes === undefined || modes.includes(mode),
  checkLifetime: ({ userId, ctime, expire }) =>
    refuseIf(userId === '' || expire <= ctime, 'Claims'),
};

const half = (secret) => Buffer.from(secret).subarray(0, 16);
const ivOf = (alphabet) => (mode) =>
  Buffer.from(
    Array.from({ length: ivLength(mode) }, () => alphabet[randomInt(alphabet.length)]).join(''),
  );
/** Of 16 bytes that a second's number decides, as rand() after srand(time(0)). */
const seededBySecond = (mode) => Buffer.alloc(ivLength(mode), String(seconds() * 2654435761));
const asType = (wanted, convert) => (name, value) =>
  name === wanted ? convert(value) : correct.value(name, value);

const faults = {
  // The frame
  'little-endian-expire': { expireBytes: (value) => int64(value).reverse() },
  'little-endian-lengths': { lengthBytes: uint16LittleEndian },
  'expire-of-32-bits': { expireBytes: (value) => int64(BigInt.asUintN(32, BigInt(value))) },
  'signed-16-bit-length': { checkSize: (length) => refuseIf(length > 0x7fff, 'TooLarge') },
  'length-wraps': { checkSize: () => {} },
  'no-mode-byte': { modeByte: () => [] },
  'mode-byte-in-cbc': { modeByte: (mode) => [mode === 'gcm' ? 1 : 0] },
  'mode-byte-first': {
    modeByte: () => [],
    expireBytes: (value) => Buffer.concat([Buffer.of(1), int64(value)]),
  },
  'iv-length-12-in-cbc': {
    iv: () => randomBytes(12),
    cipherIv: (iv, mode) => (mode === 'cbc' ? Buffer.concat([iv, Buffer.alloc(4)]) : iv),
  },
  'iv-length-16-in-gcm': { iv: () => randomBytes(16) },
  'iv-not-in-frame': { frameIv: () => Buffer.alloc(0) },
  'tag-first': { sealed: (ciphertext, tag) => [tag, ciphertext] },
  'tag-missing': { sealed: (ciphertext) => [ciphertext] },
  'tag-of-12-bytes': { sealed: (ciphertext, tag) => [ciphertext, tag.subarray(0, 12)] },
  'version-03': { version: '03' },
  'url-safe-base64': {
    base64: (bytes) => bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
  },
  'base64-without-padding': { base64: (bytes) => bytes.toString('base64').replace(/=+$/, '') },
  'base64-in-lines': { base64: (bytes) => bytes.toString('base64').replace(/.{76}/g, '$&\n') },
  'newline-at-the-end': { token: (token) => `${token}\n` },
  'outer-expire-differs': { outerExpire: ({ expire }) => expire + 1 },
  'outer-expire-is-ctime': { outerExpire: ({ ctime }) => ctime },

  // The cipher
  'hex-decoded-key': {
    key: (secret) => {
      const key = Buffer.alloc(32);
      key.write(secret, 'hex');
      return key;
    },
  },
  'aes-128': { key: half, readKey: half },
  'aes-128-when-making': { key: half },
  'zero-padding': {
    pad: (bytes) => Buffer.concat([bytes, Buffer.alloc(16 - (bytes.length % 16))]),
  },
  'padding-off-by-one': {
    pad: (bytes) => {
      const padded = pkcs7(bytes);
      return padded.fill(padded.at(-1) - 1, bytes.length);
    },
  },
  'no-padding-of-a-full-block': {
    pad: (bytes) => (bytes.length % 16 === 0 ? bytes : pkcs7(bytes)),
  },
  'fixed-iv': { iv: (mode) => Buffer.alloc(ivLength(mode), 0xa7) },
  'time-seeded-iv': { iv: seededBySecond },
  'digits-iv': { iv: ivOf('0123456789') },
  'hex-iv': { iv: ivOf('0123456789abcdef') },
  'base-36-iv': { iv: ivOf('0123456789abcdefghijklmnopqrstuvwxyz') },
  'fixed-nonce': { nonce: () => 7 },
  'small-nonce': { nonce: () => randomInt(1000) },

  // The plaintext
  'milliseconds-in-ctime': { clock: Date.now },
  'milliseconds-in-expire': { expire: (ctime, ttl) => (ctime + ttl) * 1000 },
  'ttl-as-expire': { expire: (_ctime, ttl) => ttl },
  'clock-an-hour-off': { clock: () => seconds() + 3600 },
  'html-escaping-dropped': { quote: JSON.stringify },
  'ascii-only': { quote: (text) => quoteLikeGo(text).replace(/[\u0080-\uffff]/g, escapeLower) },
  'slash-escaped': { quote: (text) => quoteLikeGo(text).replaceAll('/', '\\/') },
  'keys-sorted': { order: [...correct.order].sort() },
  'blanks-in-json': { join: (members) => `{${members.join(', ')}}` },
  'payload-as-object': {
    value: asType('payload', (text) => (text.startsWith('{') ? text : quoteLikeGo(text))),
  },
  'nonce-as-string': { value: asType('nonce', (nonce) => `"${nonce}"`) },
  'app-id-as-string': { value: asType('app_id', (appId) => `"${appId}"`) },
  'app-id-as-int32': { value: asType('app_id', (appId) => String(appId | 0)) },
  'utf-16': { toBytes: (text) => Buffer.from(text, 'utf16le') },
  'latin-1': { toBytes: (text) => Buffer.from(text, 'latin1') },
  'byte-order-mark': { toBytes: (text) => Buffer.from(`\ufeff${text}`) },
  'cut-at-nul': { text: (text) => text.split('\0')[0] },
  'user-trimmed': { text: (text) => text.trim() },
  'unicode-normalised': { text: (text) => text.normalize('NFC') },
  'beyond-the-bmp-dropped': { text: (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?') },

  // What is to be refused
  'app-id-0-taken': { checkAppId: () => {} },
  'empty-user-taken': { checkUserId: () => {} },
  'secret-of-any-length-taken': {
    checkSecret: () => {},
    key: (secret) => Buffer.alloc(32, Buffer.concat([Buffer.from(secret), Buffer.alloc(32)])),
  },
  'secret-counted-in-characters': { checkSecret: (secret) => refuseIf(secret.length !== 32) },
  'ttl-0-taken': { checkTtl: () => {} },
  'controls-ignored': { chosen: () => ({}) },
  'chosen-iv-ignored': { chosen: ({ iv: _iv, ...rest }) => rest },
  'unlisted-mode-made': { describe: (all) => ({ ...all, generate: ['cbc'] }) },
  'unlisted-mode-read': { describe: (all) => ({ ...all, decode: ['cbc'] }) },
  'unlisted-control-ignored': {
    describe: (all) => ({ ...all, controls: [] }),
    chosen: () => ({}),
  },
  'any-op-answered': { unknownOp: () => ({}) },

  // Reading
  'any-version-read': { checkVersion: () => {} },
  'any-base64-read': { fromBase64: (text) => Buffer.from(text, 'base64') },
  'any-mode-byte-read': { readMode: (rest) => (rest[0] === 1 ? 'gcm' : 'cbc') },
  'trailing-bytes-ignored': { readMode: (rest) => correct.readMode(rest.subarray(0, 1)) },
  'mode-byte-0-refused': {
    readMode: (rest) => {
      refuseIf(rest[0] === 0, 'Malformed');
      return correct.readMode(rest);
    },
  },
  'signed-16-bit-length-read': {
    readLength: (bytes, offset) => Math.max(bytes.readInt16BE(offset), 0),
  },
  'padding-not-checked': {
    unpad: (bytes) => bytes.subarray(0, -Math.min(bytes.at(-1), 16) || undefined),
  },
  'last-padding-byte-checked-only': {
    unpad: (bytes) => {
      refuseIf(bytes.at(-1) < 1 || bytes.at(-1) > 16, 'Decryption');
      return bytes.subarray(0, -bytes.at(-1));
    },
  },
  'tag-not-checked': { openGcm: (decipher, ciphertext) => decipher.update(ciphertext) },
  'ill-formed-utf-8-read': { fromBytes: (bytes) => bytes.toString('utf8') },
  'byte-order-mark-skipped': {
    fromBytes: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  },
  'text-after-the-json-read': {
    parse: (text) => JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)),
  },
  'array-read': {
    checkObject: (json) => refuseIf(typeof json !== 'object' || json === null, 'Decryption'),
  },
  'numeric-strings-read': {
    readInteger: (value, minimum, maximum) => correct.readInteger(Number(value), minimum, maximum),
  },
  'fractions-read': {
    readInteger: (value, minimum, maximum) =>
      correct.readInteger(typeof value === 'number' ? Math.floor(value) : value, minimum, maximum),
  },
  'app-id-0-read': { minAppId: 0 },
  'app-id-beyond-uint32-read': { maxAppId: Number.MAX_SAFE_INTEGER },
  'app-id-int32-read': { maxAppId: 0x7fff_ffff },
  'negative-nonce-refused': { minNonce: 0 },
  'nonce-of-32-bits-read': { minNonce: -0x8000_0000, maxNonce: 0x7fff_ffff },
  'nonce-of-63-bits-read': { minNonce: -(2 ** 63), maxNonce: 2 ** 63 },
  'time-of-32-bits-read': { maxTime: 0xffff_ffff },
  'lone-surrogates-read': {
    readText: (value) => {
      refuseIf(typeof value !== 'string', 'Claims');
      return value;
    },
  },
  'absent-payload-refused': {
    payload: (json) => (json.payload === null ? '' : correct.readText(json.payload)),
  },
  'null-payload-refused': {
    payload: (json) => (Object.hasOwn(json, 'payload') ? correct.readText(json.payload) : ''),
  },
  'inherited-names-read': { own: (json, name) => Object.assign({}, json)[name] },
  'outer-expire-ignored': { checkOuter: () => {} },
  'empty-user-not-read': { checkDecoded: ({ userId }) => refuseIf(userId === '', 'Claims') },
  'long-user-not-read': { checkDecoded: ({ userId }) => refuseIf(userId.length > 64, 'Claims') },
  'expire-before-ctime-not-read': {
    checkDecoded: ({ ctime, expire }) => refuseIf(expire < ctime, 'Claims'),
  },
  'future-ctime-not-read': {
    checkDecoded: ({ ctime }) => refuseIf(ctime > seconds() + 1, 'Claims'),
  },
  'other-fields-refused': {
    checkObject: (json) => refuseIf(Object.keys(json).length > 6, 'Claims'),
  },
  'one-code-for-all': { failure: () => 'Malformed' },
  'a-code-of-its-own': { failure: () => 'InvalidToken' },

  // Verifying
  'expired-accepted': { isExpired: () => false },
  'good-to-the-end-of-expire': { isExpired: (now, expire) => now > expire },
  'clock-rounded': { now: Math.round },
  'clock-of-32-bits': { now: (now) => now | 0 },
  'own-clock': { now: () => Date.now() / 1000 },
  'another-app-accepted': { sameApp: () => true },
  'another-user-accepted': { sameUser: () => true },
  'user-in-any-case-accepted': {
    sameUser: (wanted, userId) =>
      wanted === undefined || wanted.toLowerCase() === userId.toLowerCase(),
  },
  'start-of-user-accepted': {
    sameUser: (wanted, userId) => wanted === undefined || userId.startsWith(wanted),
  },
  'any-mode-accepted': { rightMode: () => true },
  'no-lifetime-accepted': { checkLifetime: () => {} },
};

if (process.argv[2] === '--list') {
  process.stdout.write(`${Object.keys(faults).join('\n')}\n`);
  process.exit();
}
const mutant = process.env.MUTANT ?? '';
if (mutant !== '' && !Object.hasOwn(faults, mutant)) throw new RangeError(`no mutant ${mutant}`);
const step = { ...correct, ...faults[mutant] };

const ops = {
  describe: () =>
    step.describe({
      protocol: 1,
      name: 'mutant',
      language: 'JavaScript',
      version: mutant || 'none',
      dialect: 'go',
      generate: ['cbc', 'gcm'],
      decode: ['cbc', 'gcm'],
      verify: ['cbc', 'gcm'],
      controls: ['ctime', 'nonce', 'iv'],
    }),

  generate({ mode, appId, userId, serverSecret, effectiveTimeInSeconds, payload, ...controls }) {
    step.checkAppId(appId);
    step.checkUserId(userId);
    step.checkSecret(serverSecret);
    step.checkTtl(effectiveTimeInSeconds);

    const chosen = step.chosen(controls);
    const ctime = chosen.ctime ?? step.clock();
    const fields = {
      app_id: appId,
      user_id: step.text(userId),
      ctime,
      expire: step.expire(ctime, effectiveTimeInSeconds),
      nonce: chosen.nonce ?? step.nonce(),
      payload: step.text(payload),
    };
    const members = step.order.map((name) => `"${name}":${step.value(name, fields[name])}`);
    const plaintext = step.toBytes(step.join(members));
    step.checkSize(
      mode === 'gcm' ? plaintext.length + 16 : plaintext.length + 16 - (plaintext.length % 16),
    );

    const iv = chosen.iv === undefined ? step.iv(mode) : Buffer.from(chosen.iv, 'hex');
    const ciphertext = encrypt(mode, step.key(serverSecret), step.cipherIv(iv, mode), plaintext);
    const body = Buffer.concat([
      step.expireBytes(step.outerExpire(fields)),
      step.lengthBytes(step.frameIv(iv).length),
      step.frameIv(iv),
      step.lengthBytes(ciphertext.length & 0xffff),
      ciphertext,
      Buffer.from(step.modeByte(mode)),
    ]);
    return { token: step.token(step.version + step.base64(body)) };
  },

  decode({ token, serverSecret }) {
    const frame = readFrame(token);
    const { claims, plaintext } = open(frame, serverSecret);
    return { mode: frame.mode, claims, iv: frame.iv.toString('hex'), plaintext };
  },

  verify({ token, serverSecret, now, appId, userId, modes }) {
    const frame = readFrame(token);
    refuseIf(!step.rightMode(modes, frame.mode), 'Mismatch');
    const { claims } = open(frame, serverSecret);
    step.checkLifetime(claims);
    refuseIf(!step.sameApp(appId, claims.appId), 'Mismatch');
    refuseIf(!step.sameUser(userId, claims.userId), 'Mismatch');
    refuseIf(step.isExpired(step.now(now), claims.expire), 'Expired');
    return { claims };
  },
};

function encrypt(mode, key, iv, plaintext) {
  const cipher = createCipheriv(cipherName(key, mode), key, iv);
  if (mode === 'cbc') return cbc(cipher, step.pad(plaintext));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat(step.sealed(ciphertext, cipher.getAuthTag()));
}

function readFrame(token) {
  step.checkVersion(token);
  const body = step.fromBase64(token.slice(2));
  refuseIf(body.length < 8, 'Malformed');
  const [iv, afterIv] = readField(body, 8);
  const [ciphertext, end] = readField(body, afterIv);
  const mode = step.readMode(body.subarray(end));
  step.checkIv(iv, mode);
  step.checkCiphertext(ciphertext, mode);
  return { expire: body.readBigInt64BE(0), iv, ciphertext, mode };
}

function readField(body, offset) {
  refuseIf(body.length < offset + 2, 'Malformed');
  const start = offset + 2;
  const end = start + step.readLength(body, offset);
  refuseIf(body.length < end, 'Malformed');
  return [body.subarray(start, end), end];
}

function open(frame, secret) {
  const plaintext = decrypt(frame, step.readKey(secret));
  const json = parse(plaintext);
  step.checkObject(json);
  const integer = (name, minimum, maximum) =>
    step.readInteger(step.own(json, name), minimum, maximum) + 0;
  const claims = {
    appId: integer('app_id', step.minAppId, step.maxAppId),
    userId: step.readText(step.own(json, 'user_id')),
    ctime: integer('ctime', -step.maxTime, step.maxTime),
    expire: integer('expire', -step.maxTime, step.maxTime),
    nonce: integer('nonce', step.minNonce, step.maxNonce),
    payload: step.payload(json),
  };
  step.checkOuter(frame.expire, claims.expire);
  step.checkDecoded(claims);
  return { claims, plaintext };
}

function decrypt({ mode, iv, ciphertext }, key) {
  const decipher = createDecipheriv(cipherName(key, mode), key, iv);
  try {
    const bytes =
      mode === 'cbc'
        ? step.unpad(cbc(decipher, ciphertext))
        : step.openGcm(decipher, ciphertext.subarray(0, -16), ciphertext.subarray(-16));
    return step.fromBytes(bytes);
  } catch {
    throw new Refusal('Decryption');
  }
}

function parse(plaintext) {
  try {
    return step.parse(plaintext);
  } catch {
    throw new Refusal('Decryption');
  }
}

let rest = '';
for await (const chunk of process.stdin.setEncoding('utf8')) {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  const answers = lines.map((line) => `${JSON.stringify(answer(JSON.parse(line)))}\n`);
  process.stdout.write(answers.join(''));
}

function answer({ id, op, ...fields }) {
  const run = Object.hasOwn(ops, op) ? ops[op] : step.unknownOp;
  if (run === undefined) return { id, unsupported: 'unknown op' };
  try {
    return { id, ok: run(fields) };
  } catch (error) {
    const code = error instanceof Refusal ? step.failure(error.code) : 'Internal';
    return { id, error: { code: code ?? 'Argument', message: 'refused' } };
  }
}
