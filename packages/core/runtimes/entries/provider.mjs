import { assert } from 'chai';
import { createTokenProvider } from '../../../provider/dist/index.mjs';
import { generateToken04 } from '../../dist/web.mjs';
import { reportCases } from '../src/report-cases.mjs';

const SECRET = 'fa94dd0f974cf2e293728a526b028271';
/** In milliseconds: longer than whatever is waited for here may take. */
const PATIENCE = 20_000;

const newToken = () => generateToken04(1, 'demo', SECRET, 3600);
const answer = async (more = {}) =>
  Response.json({ token: await newToken(), userId: 'demo', ...more });
const refuse = async () =>
  new Response(JSON.stringify({ code: 'forbidden' }), {
    status: 403,
    headers: { 'Content-Type': 'application/problem+json' },
  });

/** With this runtime's own clock, timers, events and Response; the provider's tests have fake time. */
const cases = {
  async 'gives the token and the user of a Response'() {
    const token = await newToken();
    await providing(
      { fetchToken: async () => Response.json({ token, userId: 'demo' }) },
      async (it) => assert.deepEqual(await it.getLogin(), { token, userId: 'demo' }),
    );
  },

  async 'asks once for all who wait'() {
    let requests = 0;
    const fetchToken = () => {
      requests++;
      return answer();
    };
    await providing({ fetchToken }, async (it) => {
      const tokens = await Promise.all([it.getToken(), it.getToken(), it.getToken()]);
      assert.equal(new Set(tokens).size, 1);
      assert.equal(await it.getToken(), tokens[0]);
      assert.equal(requests, 1);
    });
  },

  async 'asks no more after a refusal, until refresh'() {
    const answers = [refuse, answer];
    let requests = 0;
    await providing({ fetchToken: () => answers[requests++]() }, async (it) => {
      for (let i = 0; i < 2; i++) {
        const { code, status, problemCode } = await reasonOf(it.getToken());
        assert.deepEqual([code, status, problemCode], ['ERR_PROVIDER_HTTP', 403, 'forbidden']);
      }
      assert.equal(requests, 1);
      assert.match(await it.refresh(), /^04/);
      assert.equal(requests, 2);
    });
  },

  async 'renews by itself, and says so'() {
    await providing({ fetchToken: () => answer({ renewAfter: 1 }) }, async (it) => {
      const first = await it.getToken();
      const [second, userId] = await new Promise((resolve) => {
        it.subscribe((...heard) => resolve(heard));
      });
      assert.match(second, /^04/);
      assert.notEqual(second, first);
      assert.equal(userId, 'demo');
    });
  },

  async 'gives up a request that takes too long'() {
    let signal;
    const fetchToken = (request) => {
      signal = request.signal;
      return new Promise(() => {});
    };
    await providing({ fetchToken, timeoutSeconds: 1 }, async (it) => {
      const { code } = await reasonOf(it.getToken());
      assert.equal(code, 'ERR_PROVIDER_TIMEOUT');
      assert.isTrue(signal.aborted);
    });
  },

  async 'ends for all who wait when it is stopped'() {
    await providing({ fetchToken: () => new Promise(() => {}) }, async (it) => {
      const waiting = reasonOf(it.getToken());
      it.stop();
      assert.equal((await waiting).code, 'ERR_PROVIDER_STOPPED');
    });
  },

  async 'names an option that it does not know'() {
    const { code, message } = await reasonOf(
      providing({ fetchToken: answer, leadSecond: 1 }, async () => {}),
    );
    assert.equal(code, 'ERR_TOKEN04_ARGUMENT');
    assert.equal(message, 'options has no "leadSecond"; did you mean "leadSeconds"?');
  },
};

export const run = () =>
  reportCases(
    Object.entries(cases).map(([name, run]) => ({ name, run })),
    { atOnce: true },
  );

async function providing(options, use) {
  const provider = createTokenProvider(options);
  let timer;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`it took over ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    await Promise.race([use(provider), late]);
  } finally {
    clearTimeout(timer);
    provider.stop();
  }
}

async function reasonOf(promise) {
  try {
    await promise;
  } catch (reason) {
    return reason;
  }
  return assert.fail('it did not reject');
}
