import { expect, test } from 'vitest';
import { identifyByJwt } from '../src/jwt.ts';
import { jwtSecret as secret } from './app.ts';
import { bearing, good, issuer, sign } from './jwts.ts';

test.each([
  [{}, 'options', /^options must be an object with either secret or jwksUrl, got/],
  [{ secret, jwksUrl: 'https://a.example' }, 'options', /either secret or jwksUrl/],
  [{ secret: 'short' }, 'secret', /^secret must have at least 32 bytes, got 5$/],
  // What decoding makes of any binary key.
  [{ secret: '\uFFFD'.repeat(32) }, 'secret', /^secret must be text; of a binary key take/],
  [{ secret: '\0'.repeat(32) }, 'secret', /^secret must be text; of a binary key take/],
  [{ secret: '\uD800'.repeat(32) }, 'secret', /^secret must be text; of a binary key take/],
  [
    { secret: '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n' },
    'secret',
    /^secret must not be a key of another kind .*; public keys are read from a JWKS URL$/,
  ],
  [
    {
      secret:
        '{"kty":"RSA","e":"AQAB","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbb"}',
    },
    'secret',
    /^secret must not be a key of another kind/,
  ],
  [{ secret, userIdClaim: 'exp' }, 'userIdClaim', /^userIdClaim must be a claim of text/],
  [
    { jwksUrl: new URL('https://a.example') },
    'jwksUrl',
    /^jwksUrl must be a string, got an object$/,
  ],
  [
    { jwksUrl: 'https://me:it@a.example' },
    'jwksUrl',
    /^jwksUrl must be an https URL without a user/,
  ],
  [{ secret: 5 }, 'secret', /^secret must be a string or a function, got 5$/],
  [{ jwksUrl: 'keys' }, 'jwksUrl', /^jwksUrl must be an https URL/],
  [{ jwksUrl: 'http://a.example/keys' }, 'jwksUrl', /^jwksUrl must be an https URL/],
  [{ secret, isuer: issuer }, 'isuer', /^options has no "isuer"; did you mean "issuer"\?$/],
  [{ secret, issuer: undefined }, 'issuer', /^issuer must be a string, got undefined$/],
  [{ secret, audience: undefined }, 'audience', /^audience must be a string, got undefined$/],
  [{ secret, issuer: '' }, 'issuer', /^issuer must be a string that is not empty/],
  [{ secret, clockToleranceInSeconds: -1 }, 'clockToleranceInSeconds', /must be a number from 0/],
])('refuses the options %j', (options, argument, message) => {
  expect(() => identifyByJwt(options as never)).toThrow(
    expect.objectContaining({
      code: 'ERR_TOKEN04_ARGUMENT',
      argument,
      message: expect.stringMatching(message),
    }),
  );
});

test('an option is read once: a getter cannot give another value after the check', async () => {
  const reads: string[] = [];
  const options = {
    get secret(): string {
      reads.push('secret');
      return secret;
    },
    get issuer(): string {
      reads.push('issuer');
      return reads.filter((name) => name === 'issuer').length === 1 ? issuer : 'another';
    },
  };
  const identify = identifyByJwt(options);
  expect([...reads].sort()).toEqual(['issuer', 'secret']);
  expect(await identify(bearing(await sign(good())))).not.toBeNull();
});
