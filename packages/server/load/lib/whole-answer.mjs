import assert from 'node:assert/strict';
import { createVerifier } from '@token04/core';
import { decodeJwt } from 'jose';
import { APP_ID } from './app.mjs';

/**
 * For a tally: checks that an answer is whole and about who asked, its token by this secret or one
 * of these. Whether it has expired is judged by the server's own word.
 */
export function wholeAnswer(serverSecret) {
  const verifier = createVerifier({ serverSecret, appId: APP_ID, now: 0 });
  return ({ body }, jwt) => {
    const { token, userId, expiresAt, renewAfter, ...more } = JSON.parse(body);
    const claims = verifier.verify(token);
    assert.equal(userId, decodeJwt(jwt).sub);
    assert.equal(claims.userId, userId);
    assert.equal(claims.expire, expiresAt);
    assert.equal(claims.expire - claims.ctime, 3600);
    assert.equal(renewAfter, 3570);
    assert.deepEqual(more, {});
    return claims;
  };
}
