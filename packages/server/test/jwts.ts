// JWTs of a session service, and requests that bear them.
import { type JWTPayload, SignJWT } from 'jose';
import { jwtSecret } from './app.ts';

export const issuer = 'https://login.example';
export const audience = 'token-endpoint';

export const now = (): number => Math.floor(Date.now() / 1000);

/** Claims of which nothing is wrong. */
export const good = (): JWTPayload => ({
  sub: 'demo',
  iss: issuer,
  aud: audience,
  exp: now() + 60,
});

export function sign(claims: object, key: string = jwtSecret, alg = 'HS256'): Promise<string> {
  return new SignJWT(claims as JWTPayload)
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(key));
}

export function bearing(jwt: string, scheme = 'Bearer'): Request {
  return new Request('https://app.example/token', {
    headers: { authorization: `${scheme} ${jwt}` },
  });
}
