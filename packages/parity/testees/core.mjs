// @token04/core as a testee (PROTOCOL.md): a JSON request a line on stdin, an answer a line on stdout.
// With the argument `web` it is @token04/core/web, and with `bench N` it says what a token takes.
import corePackage from '@token04/core/package.json' with { type: 'json' };
import { answerLines } from './answer-lines.mjs';

const isWeb = process.argv[2] === 'web';
// Their functions are the same but for promises.
const { createIssuer, createVerifier, decodeToken04, Token04Error, verifyToken04 } = isWeb
  ? await import('@token04/core/web')
  : await import('@token04/core');
const { encodeToken04 } = isWeb
  ? await import('@token04/core/web/testing')
  : await import('@token04/core/testing');

const MODES = ['cbc', 'gcm'];
const CONTROLS = ['ctime', 'nonce', 'iv'];
const REQUEST = ['mode', 'appId', 'userId', 'serverSecret', 'effectiveTimeInSeconds', 'payload'];
const POLICY = ['now', 'appId', 'userId', 'modes', 'clockToleranceInSeconds', 'service'];
const FIELDS = {
  describe: [],
  generate: [...REQUEST, ...CONTROLS],
  decode: ['token', 'serverSecret'],
  verify: ['token', 'serverSecret', ...POLICY],
};

const ops = {
  describe: () => ({
    protocol: 1,
    name: isWeb ? '@token04/core/web' : '@token04/core',
    language: 'JavaScript',
    version: corePackage.version,
    dialect: 'node',
    generate: MODES,
    decode: MODES,
    verify: MODES,
    controls: CONTROLS,
    options: ['clockToleranceInSeconds', 'service', 'serverSecrets'],
  }),

  async generate({
    mode,
    appId,
    userId,
    serverSecret,
    effectiveTimeInSeconds,
    payload,
    ...chosen
  }) {
    const issuer = createIssuer({ appId, serverSecret, mode });
    if (!CONTROLS.some((name) => name in chosen)) {
      return { token: await issuer.issue({ userId, effectiveTimeInSeconds, payload }) };
    }
    // Encoding judges sizes, but not the rest of the input as issuing does.
    const issued = await issuer.issue({ userId, effectiveTimeInSeconds, payload: '' });
    const drawn = await decodeToken04(issued, serverSecret);
    const { ctime, nonce } = { ...drawn.claims, ...chosen };
    const expire = ctime + effectiveTimeInSeconds;
    const iv = chosen.iv === undefined ? drawn.iv : Uint8Array.from(Buffer.from(chosen.iv, 'hex'));
    const claims = { appId, userId, ctime, expire, nonce, payload };
    return { token: await encodeToken04({ claims, serverSecret, mode, iv }) };
  },

  async decode({ token, serverSecret }) {
    const { iv, ...decoded } = await decodeToken04(token, serverSecret);
    return { ...decoded, iv: Buffer.from(iv).toString('hex') };
  },

  verify: async ({ token, ...options }) => ({ claims: await verifyToken04(token, options) }),
};

const benchAt = process.argv.indexOf('bench');
if (benchAt !== -1) {
  process.stdout.write(`${JSON.stringify(await bench(Number(process.argv[benchAt + 1])))}\n`);
  process.exit();
}

await answerLines(answer);

async function answer({ id, op, ...fields }) {
  if (!Object.hasOwn(ops, op)) return { id, unsupported: 'unknown op' };
  const unknown = Object.keys(fields).filter((name) => !FIELDS[op].includes(name));
  if (unknown.length > 0) return { id, unsupported: 'unknown field' };
  try {
    return { id, ok: await ops[op](fields) };
  } catch (error) {
    if (!(error instanceof Token04Error)) throw error;
    return { id, error: { code: error.code, message: error.message } };
  }
}

/** Nanoseconds a token in this process, with the key prepared once, as a server does it. */
async function bench(count) {
  const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
  const payload = '{"room_id":"demo","privilege":{"1":1,"2":0},"stream_id_list":null}';
  const measure = async (work) => {
    for (let i = 0; i < count / 10; i++) await work(); // to warm up
    const start = performance.now();
    for (let i = 0; i < count; i++) await work();
    return Math.round(((performance.now() - start) * 1e6) / count);
  };
  const found = { generate: {}, verify: {} };
  for (const mode of MODES) {
    const issuer = createIssuer({ appId: 1, serverSecret, mode });
    const request = { userId: 'demo', effectiveTimeInSeconds: 3600, payload };
    const verifier = createVerifier({ serverSecret, modes: [mode] });
    const token = await issuer.issue(request);
    found.generate[mode] = await measure(() => issuer.issue(request));
    found.verify[mode] = await measure(() => verifier.verify(token));
  }
  return found;
}
