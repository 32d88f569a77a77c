// @token04/core as a testee (PROTOCOL.md): a JSON request a line on stdin, an answer a line on stdout.
// With the argument `web` it is @token04/core/web.
import corePackage from '@token04/core/package.json' with { type: 'json' };

const isWeb = process.argv[2] === 'web';
// Their functions are the same but for promises.
const { createIssuer, decodeToken04, Token04Error, verifyToken04 } = isWeb
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

// Not by readline, which also ends a line at U+2028 and U+2029.
let rest = '';
for await (const chunk of process.stdin.setEncoding('utf8')) {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop();
  const answers = await Promise.all(lines.map((line) => answer(JSON.parse(line))));
  process.stdout.write(answers.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

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
