// An app of the tests' own: who asks is in a header, and room r1 is granted.
import { grantWithin, type TokenHandlerOptions } from '../src/index.ts';

export const appId = 1234567890;
export const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
/** Of HS256. */
export const jwtSecret = 'the secret of the session service, 32 bytes or more';
export const otherSecret = '0123456789abcdef0123456789abcdef';

export interface User {
  userId: string;
}

export const appOptions: TokenHandlerOptions<User> = {
  appId,
  serverSecret,
  identify: (request) => {
    const userId = request.headers.get('x-user') ?? '';
    return /^\w{1,64}$/.test(userId) ? { userId } : null;
  },
  grant: ({ userId }, wanted) =>
    grantWithin(
      {
        userId,
        rooms: ['r1'],
        publish: true,
        streamIds: ['cam', 'screen'],
        identityToken: true,
        maxEffectiveTimeInSeconds: 3600,
      },
      wanted,
    ),
};

export const TOKEN_URL = 'https://app.example/token';

/** A request as `demo` with a JSON body, unless said otherwise. */
export function ask(body?: unknown, init: RequestInit = {}): Request {
  const json = { 'content-type': 'application/json' };
  return new Request(TOKEN_URL, {
    method: 'POST',
    ...init,
    headers: { 'x-user': 'demo', ...(body === undefined ? {} : json), ...init.headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}
