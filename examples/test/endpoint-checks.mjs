import assert from 'node:assert/strict';
import { authorizeRoom, verifyToken04 } from '@token04/core';
import { createTokenProvider } from '@token04/provider';
import { settings } from './server-process.mjs';

const appId = Number(settings.ZEGO_APP_ID);
const serverSecret = settings.ZEGO_SERVER_SECRET;

/** In milliseconds, for one request. */
const TIMEOUT = 60_000;

/**
 * What must hold of every example's endpoint, by name. Each check is given `ask(name, wish)`, which
 * posts as that user and promises the `Response`, and `askAs(headers, wish)`, which posts as whoever
 * has these headers; and the headers of strangers.
 */
export const endpointChecks = {
  async 'strangers get 401 and no token'(_ask, { askAs, strangers }) {
    for (const headers of strangers) {
      const response = await askAs(headers, { roomId: 'lobby' });
      assert.equal(response.status, 401, JSON.stringify(headers));
      // The answer is the handler's, or that of a login which does not let them through.
      assert.doesNotMatch(await response.text(), /"token"/);
    }
  },

  async 'alice gets a token that verifies, with the room and the privileges'(ask) {
    const response = await ask('alice', { roomId: 'stage', publish: true });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const { token, userId, expiresAt, renewAfter } = await response.json();
    assert.equal(userId, 'alice');
    const claims = verifyToken04(token, { serverSecret, appId, userId: 'alice' });
    assert.equal(claims.expire, expiresAt);
    assert.equal(claims.expire - claims.ctime, 3600);
    assert.equal(renewAfter, 3570);
    assert.equal(authorizeRoom(claims.payload, { roomId: 'lobby' }).login.allowed, false);
    const stage = authorizeRoom(claims.payload, { roomId: 'stage' });
    assert.equal(stage.login.allowed, true);
    assert.equal(stage.publish('any').allowed, true);
  },

  async 'bob gets no right to publish, and may enter'(ask) {
    const response = await ask('bob', { roomId: 'lobby' });
    assert.equal(response.status, 200);
    const { token } = await response.json();
    const { payload } = verifyToken04(token, { serverSecret, appId, userId: 'bob' });
    const lobby = authorizeRoom(payload, { roomId: 'lobby' });
    assert.equal(lobby.login.allowed, true);
    assert.equal(lobby.publish('any').allowed, false);
  },

  async 'who asks for more gets nothing: 403'(ask) {
    const wishes = [
      { roomId: 'lobby', publish: true },
      { roomId: 'stage' },
      { roomId: 'lobby', userId: 'alice' },
      {},
    ];
    for (const wish of wishes) {
      const response = await ask('bob', wish);
      assert.equal(response.status, 403, JSON.stringify(wish));
      assert.equal((await response.json()).token, undefined);
    }
  },

  async 'a longer time is cut to an hour'(ask) {
    const wish = { roomId: 'lobby', effectiveTimeInSeconds: 86_400 };
    const { token } = await (await ask('bob', wish)).json();
    const { ctime, expire } = verifyToken04(token, { serverSecret });
    assert.equal(expire - ctime, 3600);
  },

  async 'a token provider takes its answers'(ask) {
    const provider = createTokenProvider({
      fetchToken: () => ask('alice', { roomId: 'lobby' }),
    });
    try {
      const token = await provider.getToken();
      assert.equal(verifyToken04(token, { serverSecret }).userId, 'alice');
    } finally {
      provider.stop();
    }
  },
};

/** Logs the users in, and gives what the checks are given. */
export async function askOver({ url, post = postTo(url) }, { logIn, strangers }) {
  const headersOf = { alice: await logIn(url, 'alice'), bob: await logIn(url, 'bob') };
  const ask = (name, wish) => post(headersOf[name], wish);
  return [ask, { askAs: post, strangers: await strangers(url) }];
}

/** Posts a wish to a URL. */
function postTo(url) {
  return (headers, wish) =>
    fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(wish),
      signal: AbortSignal.timeout(TIMEOUT),
    });
}
