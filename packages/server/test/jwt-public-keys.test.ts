// Who a JWT is for whose key is published; jwks.test.ts has what may be wrong with the keys.
import { createServer } from 'node:http';
import { listen } from '@token04/test-kit/ports';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identifyByJwt } from '../src/jwt.ts';
import { audience, bearing, good, issuer, sign } from './jwts.ts';

describe('with a JWKS', () => {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(jwks));
  });
  let status = 200;
  let jwks: object;
  let jwksUrl: string;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;

  beforeAll(async () => {
    keys = await generateKeyPair('ES256', { extractable: true });
    jwks = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256' }] };
    jwksUrl = `${await listen(server)}/`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test('knows who a JWT of a published key is for', async () => {
    const jwt = await new SignJWT(good())
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(keys.privateKey);
    const identify = identifyByJwt({ jwksUrl, issuer, audience });
    expect(await identify(bearing(jwt))).toMatchObject({ userId: 'demo' });
  });

  test('null for a JWT that takes the public key for a secret, or names an unknown key', async () => {
    const identify = identifyByJwt({ jwksUrl, issuer, audience });
    expect(
      await identify(bearing(await sign(good(), await exportSPKI(keys.publicKey)))),
    ).toBeNull();
    const unknown = await new SignJWT(good())
      .setProtectedHeader({ alg: 'ES256', kid: 'two' })
      .sign(keys.privateKey);
    expect(await identify(bearing(unknown))).toBeNull();
  });

  test('throws where the keys cannot be had: that is no fault of the caller', async () => {
    status = 500;
    const jwt = await new SignJWT(good())
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .sign(keys.privateKey);
    await expect(identifyByJwt({ jwksUrl })(bearing(jwt))).rejects.toThrow();
  });
});
