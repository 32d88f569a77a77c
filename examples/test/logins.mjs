import assert from 'node:assert/strict';
import { sign } from 'hono/jwt';
import { settings } from './server-process.mjs';

/**
 * How the users of an example log in: each function is given the URL of the token endpoint and a
 * name, and promises the headers with which that user asks. `strangers` are headers of nobody.
 */

export const bearer = (credentials) => ({ authorization: `Bearer ${credentials}` });

/** As development-users.js has it: no login at all. */
export const noLogin = {
  logIn: async (_url, name) => bearer(`session-of-${name}`),
  strangers: async () => [{}, bearer(''), bearer('session-of-mallory')],
};

/** `POST /login` answers with a cookie. */
export const cookieLogin = {
  async logIn(url, name) {
    const response = await postLogin(url, name, `password-of-${name}`);
    assert.equal(response.status, 204);
    return { cookie: cookiesOf(response) };
  },
  async strangers(url) {
    await refusesWrongPassword(url);
    return [{}, { cookie: 'connect.sid=s%3Aguessed.c2lnbmF0dXJl' }, bearer('session-of-alice')];
  },
};

/** `POST /login` answers with `{ jwt }`. */
export const jwtLogin = {
  async logIn(url, name) {
    const response = await postLogin(url, name, `password-of-${name}`);
    assert.equal(response.status, 200);
    return bearer((await response.json()).jwt);
  },
  async strangers(url) {
    await refusesWrongPassword(url);
    return [
      {},
      bearer('session-of-alice'),
      bearer(await signed('alice', 'x'.repeat(32), 900)),
      bearer(await signed('alice', settings.LOGIN_SECRET, -1)),
      // Well signed, but of no user.
      bearer(await signed('mallory', settings.LOGIN_SECRET, 900)),
    ];
  },
};

/** The form of Auth.js: a token against forged requests, then the name and the password. */
export const authJsLogin = {
  async logIn(url, name) {
    const response = await postAuthJs(url, name, `password-of-${name}`);
    assert.equal(response.status, 302);
    const cookie = cookiesOf(response);
    assert.match(cookie, /authjs\.session-token=/);
    return { cookie };
  },
  async strangers(url) {
    const refused = await postAuthJs(url, 'alice', 'guessed');
    assert.doesNotMatch(cookiesOf(refused), /authjs\.session-token=/);
    return [{}, { cookie: 'authjs.session-token=guessed' }, bearer('session-of-alice')];
  },
};

const cookiesOf = (response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');

function postLogin(url, name, password) {
  return fetch(new URL('/login', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
}

async function refusesWrongPassword(url) {
  assert.equal((await postLogin(url, 'alice', 'guessed')).status, 401);
  const { status } = await postLogin(url, 'alice', undefined);
  assert.ok(status === 400 || status === 401, `without a password: ${status}`);
}

async function postAuthJs(url, name, password) {
  const start = await fetch(new URL('/api/auth/csrf', url));
  const { csrfToken } = await start.json();
  return fetch(new URL('/api/auth/callback/credentials', url), {
    method: 'POST',
    headers: { cookie: cookiesOf(start) },
    body: new URLSearchParams({ csrfToken, name, password }),
    redirect: 'manual',
  });
}

function signed(sub, key, seconds) {
  return sign({ sub, exp: Math.floor(Date.now() / 1000) + seconds }, key, 'HS256');
}
