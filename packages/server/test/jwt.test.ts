import { createServer } from 'node:http';
import { listen } from '@token04/test-kit/ports';
import {
  CompactSign,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identifyByJwt } from '../src/jwt.ts';
import { claimDemands, identifyWith } from '../src/lib/identify-by-jwt.ts';
import { type RefusalReason, reasonOf } from '../src/lib/refusal.ts';
import { verifierOfHs256 } from '../src/ready/hs256.ts';
import { jwtSecret as secret } from './app.ts';

const otherSecret = 'another secret of the session service, as long';
const issuer = 'https://login.example';
const audience = 'token-endpoint';
interface Options {
  readonly secret: string | (() => string);
  readonly issuer?: string;
  readonly audience?: string;
}

const now = () => Math.floor(Date.now() / 1000);

const good = (): JWTPayload => ({ sub: 'demo', iss: issuer, aud: audience, exp: now() + 60 });

function sign(claims: object, key: string = secret, alg = 'HS256'): Promise<string> {
  return new SignJWT(claims as JWTPayload)
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(key));
}

function bearing(jwt: string, scheme = 'Bearer'): Request {
  return new Request('https://app.example/token', {
    headers: { authorization: `${scheme} ${jwt}` },
  });
}

describe.each<[string, (options: Options) => ReturnType<typeof identifyByJwt>]>([
  ['by jose', identifyByJwt],
  [
    'by fast-jwt, in the ready server',
    ({ secret: given, ...demands }) => {
      const secretNow = typeof given === 'string' ? () => given : given;
      const all = { clockToleranceInSeconds: 5, ...demands };
      return identifyWith(verifierOfHs256(secretNow, claimDemands(all)));
    },
  ],
])('with a secret, %s', (_by, create) => {
  const identify = create({ secret, issuer, audience });

  test('knows who a JWT is for', async () => {
    const claims = good();
    expect(await identify(bearing(await sign(claims)))).toEqual({ userId: 'demo', claims });
    expect(await identify(bearing(await sign(claims), 'bearer'))).toMatchObject({ userId: 'demo' });
  });

  test('allows the clocks to be 5 s apart, and no more', async () => {
    expect(await identify(bearing(await sign({ ...good(), exp: now() - 3 })))).not.toBeNull();
    expect(await identify(bearing(await sign({ ...good(), exp: now() - 7 })))).toBeNull();
  });

  test.each<[string, () => Promise<string>, RefusalReason]>([
    ['expired', () => sign({ ...good(), exp: now() - 60 }), 'jwt-expired'],
    ['without exp', () => sign({ ...good(), exp: undefined }), 'jwt-without-exp'],
    ['with a string for exp', () => sign({ ...good(), exp: 'soon' }), 'jwt-claims'],
    ['without sub', () => sign({ ...good(), sub: undefined }), 'jwt-without-sub'],
    ['with an empty sub', () => sign({ ...good(), sub: '' }), 'jwt-sub-unusable'],
    [
      'with a sub of 65 characters',
      () => sign({ ...good(), sub: 'x'.repeat(65) }),
      'jwt-sub-unusable',
    ],
    ['with a number for sub', () => sign({ ...good(), sub: 5 }), 'jwt-sub-unusable'],
    ['not good yet', () => sign({ ...good(), nbf: now() + 60 }), 'jwt-not-yet-valid'],
    ['of another issuer', () => sign({ ...good(), iss: 'https://evil.example' }), 'jwt-issuer'],
    ['for another audience', () => sign({ ...good(), aud: 'other' }), 'jwt-audience'],
    ['without an audience', () => sign({ ...good(), aud: undefined }), 'jwt-audience'],
    ['signed with another secret', () => sign(good(), otherSecret), 'jwt-signature'],
    [
      'signed with another algorithm',
      () => sign(good(), secret.padEnd(64), 'HS512'),
      'jwt-algorithm',
    ],
    ['of the algorithm none', async () => unsigned(good()), 'jwt-algorithm'],
    ['that was altered', async () => (await sign(good())).replace(/.\./, 'x.'), 'jwt-malformed'],
    ['that is none', async () => 'a.b.c', 'jwt-malformed'],
    ['of two parts', async () => (await sign(good())).replace(/\.[^.]+$/, ''), 'jwt-malformed'],
    ['of four parts', async () => `${await sign(good())}.x`, 'jwt-malformed'],
    ['with no signature', async () => (await sign(good())).replace(/[^.]+$/, ''), 'jwt-signature'],
    ['with half a signature', async () => (await sign(good())).slice(0, -20), 'jwt-signature'],
    ['of JSON that is no object', () => signRaw('"demo"'), 'jwt-malformed'],
    ['that is no JSON', () => signRaw('demo'), 'jwt-malformed'],
    ['with an extension that must be understood', () => signCritical(), 'jwt-malformed'],
    ['that is empty', async () => '', 'jwt-missing'],
  ])('null for a JWT %s, and the reason for the log', async (_what, make, reason) => {
    const request = bearing(await make());
    expect(await identify(request)).toBeNull();
    expect(reasonOf(request)).toBe(reason);
  });

  test('null without a header, and for another scheme', async () => {
    expect(await identify(new Request('https://app.example/token'))).toBeNull();
    expect(await identify(bearing(await sign(good()), 'Basic'))).toBeNull();
  });

  test('a secret that changes is followed', async () => {
    let current = secret;
    const following = create({ secret: () => current });
    const jwt = await sign(good());
    expect(await following(bearing(jwt))).not.toBeNull();
    current = otherSecret;
    expect(await following(bearing(jwt))).toBeNull();
    expect(await following(bearing(await sign(good(), otherSecret)))).not.toBeNull();
  });
});

test('a secret that was rotated to a public key in PEM is refused, though it signed the JWT', async () => {
  const { publicKey } = await generateKeyPair('ES256', { extractable: true });
  const pem = await exportSPKI(publicKey);
  const identify = identifyByJwt({ secret: () => pem });
  await expect(identify(bearing(await sign(good(), pem)))).rejects.toMatchObject({
    code: 'ERR_TOKEN04_ARGUMENT',
    message: 'secret must not be a key in PEM; public keys are read from a JWKS URL',
  });
});

/** Signs what is no set of claims. */
function signRaw(payload: string): Promise<string> {
  return new CompactSign(new TextEncoder().encode(payload))
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret));
}

function signCritical(): Promise<string> {
  return new SignJWT(good())
    .setProtectedHeader({ alg: 'HS256', crit: ['x'], x: true })
    .sign(new TextEncoder().encode(secret), { crit: { x: true } });
}

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
    /^secret must not be a key in PEM; public keys are read from a JWKS URL$/,
  ],
  [{ secret: 5 }, 'secret', /^secret must be a string or a function, got a value of type number$/],
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

function unsigned(claims: JWTPayload): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

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
