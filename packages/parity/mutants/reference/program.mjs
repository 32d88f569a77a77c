// The steps put together to a testee (PROTOCOL.md).
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Refusal, refuseIf } from './steps.mjs';

const MODES = ['cbc', 'gcm'];
const cipherName = (key, mode) => `aes-${key.length * 8}-${mode}`;
const cbc = (cipher, bytes) => {
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
};

/** The ops with these steps. */
function opsOf(step) {
  const ops = {
    describe: () =>
      step.description({
        protocol: 1,
        name: 'mutant',
        language: 'JavaScript',
        version: process.env.MUTANT || 'none',
        dialect: 'go',
        generate: MODES,
        decode: MODES,
        verify: MODES,
        controls: ['ctime', 'nonce', 'iv'],
        options: ['clockToleranceInSeconds', 'service', 'serverSecrets'],
      }),

    generate(request) {
      const { mode, appId, userId, serverSecret, effectiveTimeInSeconds, payload } = request;
      step.checkMode(mode);
      step.checkAppId(appId);
      step.checkUserId(userId);
      step.checkUserLength(userId);
      step.checkSecret(serverSecret);
      step.checkTtl(effectiveTimeInSeconds);
      step.checkPayload(payload);

      const chosen = step.chosen(request);
      const ctime = chosen.ctime ?? step.clock();
      const nonce = chosen.nonce ?? step.nonce();
      const fields = {
        app_id: step.appId(appId),
        user_id: step.text(userId),
        ctime,
        expire: step.expire(ctime, effectiveTimeInSeconds),
        nonce,
        payload: step.text(payload),
      };
      const members = step.order.map((name) => `"${name}":${step.value(name, fields[name], step)}`);
      const text = step.join(members);
      const plaintext = step.toBytes(text);
      const padded = plaintext.length + 16 - (mode === 'gcm' ? 0 : plaintext.length % 16);
      step.checkSize(padded, text);

      const iv =
        chosen.iv === undefined ? step.iv(mode, fields, request) : Buffer.from(chosen.iv, 'hex');
      const key = step.key(serverSecret);
      const ciphertext = encrypt(mode, key, step.cipherIv(iv, mode), plaintext);
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
      step.checkReadSecret(serverSecret);
      const frame = readFrame(token);
      const { claims, plaintext } = open(frame, serverSecret);
      return { mode: frame.mode, claims, iv: frame.iv.toString('hex'), plaintext };
    },

    verify(request) {
      const { token, serverSecret } = request;
      const demands = step.demands(request);
      step.checkDemands(demands);
      const tolerance = step.tolerance(demands);
      step.checkTolerance(tolerance);
      const secrets = Array.isArray(serverSecret) ? serverSecret : [serverSecret];
      step.checkSecrets(secrets);
      for (const secret of secrets) step.checkReadSecret(secret);

      const frame = readFrame(token);
      const checkMode = () => refuseIf(!step.rightMode(demands.modes, frame.mode), 'Mismatch');
      if (step.modeComes === 'first') checkMode();
      const { claims } = openWithAny(frame, secrets);
      if (step.modeComes === 'last') checkMode();
      step.judge(demands, claims, step.now(request), tolerance, step);
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

  function openWithAny(frame, secrets) {
    for (const secret of secrets.slice(0, -1)) {
      try {
        return open(frame, secret);
      } catch (error) {
        if (!step.movesOn(error)) throw error;
      }
    }
    return open(frame, secrets.at(-1));
  }

  function open(frame, secret) {
    const plaintext = decrypt(frame, step.readKey(secret));
    const json = parse(plaintext);
    step.checkObject(json);
    const integer = (name, minimum, maximum) =>
      step.readInteger(step.own(json, name, plaintext), minimum, maximum) + 0;
    const claims = {
      appId: integer('app_id', step.minAppId, step.maxAppId),
      userId: step.readText(step.own(json, 'user_id', plaintext)),
      ctime: integer('ctime', -step.maxTime, step.maxTime),
      expire: integer('expire', -step.maxTime, step.maxTime),
      nonce: integer('nonce', step.minNonce, step.maxNonce),
      payload: step.payload(json, step),
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
          : step.openGcm(decipher, ciphertext.subarray(0, -16), ciphertext.subarray(-16), key, iv);
      return step.fromBytes(bytes);
    } catch (error) {
      throw Object.assign(new Refusal('Decryption'), { reason: error });
    }
  }

  function parse(plaintext) {
    try {
      return step.parse(plaintext);
    } catch (error) {
      throw Object.assign(new Refusal('Decryption'), { reason: error });
    }
  }

  return ops;
}

/** Answers the requests on stdin until it ends. */
export async function serve(step) {
  const ops = opsOf(step);
  let rest = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) process.stdout.write(step.line(answer(JSON.parse(line))));
  }

  function answer(request) {
    const { id, op, ...fields } = request;
    try {
      if (!Object.hasOwn(ops, op)) return { id, ok: step.unknownOp(op, ops) ?? {} };
      step.checkFields(op, fields);
      return { id, ok: ops[op](fields) };
    } catch (error) {
      step.complain(error, request);
      const code = error instanceof Refusal ? step.failure(error.code, error) : 'Internal';
      return { id, error: { code: code ?? 'Argument', message: step.message(error, request) } };
    }
  }
}
