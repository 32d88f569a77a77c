// JWTs of HS256: who they are for, and why one is refused.
import { CompactSign, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { identifyByJwt } from '../src/jwt.ts';
import { claimDemands, identifyWith } from '../src/lib/identify-by-jwt.ts';
import { explanationOf, type RefusalReason } from '../src/lib/refusal.ts';
import { verifierOfHs256 } from '../src/ready/hs256.ts';
import { jwtSecret as secret } from './app.ts';
import { audience, bearing, good, issuer, now, sign } from './jwts.ts';

const otherSecret = 'another secret of the session service, as long';

interface Options {
  readonly secret: string | (() => string);
  readonly issuer?: string;
  readonly audience?: string;
  readonly userIdClaim?: string;
}

describe.each<[string, (options: Options) => ReturnType<typeof identifyByJwt>]>([
  ['by jose', identifyByJwt],
  [
    'by fast-jwt, in the ready server',
    ({ secret: given, ...demands }) => {
      const secretNow = typeof given === 'string' ? () => given : given;
      const all = { clockToleranceInSeconds: 5, userIdClaim: 'sub', ...demands };
      const atOnce = identifyWith(all.userIdClaim, verifierOfHs256(secretNow, claimDemands(all)));
      return async (request) => atOnce(request);
    },
  ],
])('with a secret, %s', (_by, create) => {
  const identify = create({ secret, issuer, audience });

  test('knows who a JWT is for', async () => {
    const claims = good();
    expect(await identify(bearing(await sign(claims)))).toEqual({ userId: 'demo', claims });
    // Two blanks are allowed (RFC 9110, 11.4).
    for (const scheme of ['bearer', 'Bearer ']) {
      expect(await identify(bearing(await sign(claims), scheme))).toMatchObject({ userId: 'demo' });
    }
  });

  test('takes another claim for the userId, and then wants no sub', async () => {
    const byUid = create({ secret, userIdClaim: 'uid' });
    const known = bearing(await sign({ ...good(), sub: 'auth0|63fe', uid: 'u63fe' }));
    expect(await byUid(known)).toMatchObject({ userId: 'u63fe', claims: { sub: 'auth0|63fe' } });
    const bySubAlone = bearing(await sign(good()));
    expect(await byUid(bySubAlone)).toBeNull();
    expect(explanationOf(bySubAlone)?.reason).toBe('jwt-without-sub');
    const unusable = bearing(await sign({ ...good(), uid: ['u63fe'] }));
    expect(await byUid(unusable)).toBeNull();
    expect(explanationOf(unusable)?.reason).toBe('jwt-sub-unusable');
    const withoutSub = bearing(await sign({ exp: now() + 60, uid: 'u63fe' }));
    expect(await byUid(withoutSub)).toMatchObject({ userId: 'u63fe' });
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
    expect(explanationOf(request)?.reason).toBe(reason);
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
    message:
      'secret must not be a key of another kind (PEM, JWK, or its bytes in base64); public keys are read from a JWKS URL',
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

function unsigned(claims: JWTPayload): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}
