// FOR DEVELOPMENT ONLY. Your app knows who is asking by a session cookie, a JWT or the like, and what
// its users may do by its database. Replace both functions; their shape stays.
import { grantWithin } from '@token04/server';

const SESSIONS = new Map([
  ['session-of-alice', { userId: 'alice', rooms: ['lobby', 'stage'], publish: true }],
  ['session-of-bob', { userId: 'bob', rooms: ['lobby'], publish: false }],
]);

/** Who is asking, or null: then the answer is 401. */
export function identify(request) {
  const [scheme, session] = (request.headers.get('authorization') ?? '').split(' ');
  return (scheme === 'Bearer' && SESSIONS.get(session)) || null;
}

/** What this user gets of what is wanted, or null: then the answer is 403. */
export function grant({ userId, rooms, publish }, wanted) {
  return grantWithin({ userId, rooms, publish, maxEffectiveTimeInSeconds: 3600 }, wanted);
}
