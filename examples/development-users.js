// FOR DEVELOPMENT ONLY. Your app knows who is asking by a session cookie, a JWT or the like, and what
// its users may do by its database. Replace these functions; their shape stays.
import { grantWithin } from '@token04/server';

const USERS = new Map([
  ['alice', { userId: 'alice', rooms: ['lobby', 'stage'], publish: true }],
  ['bob', { userId: 'bob', rooms: ['lobby'], publish: false }],
]);

/** What your database knows of a user, or null. */
export function findUser(userId) {
  return USERS.get(userId) ?? null;
}

/** For the examples with a login: the user, or null. */
export function checkPassword(name, password) {
  return password === `password-of-${name}` ? findUser(name) : null;
}

/** For the examples without one. Who is asking, or null: then the answer is 401. */
export function identify(request) {
  const [scheme, session] = (request.headers.get('authorization') ?? '').split(' ');
  const [, userId] = /^session-of-(\w+)$/.exec(session ?? '') ?? [];
  return scheme === 'Bearer' ? findUser(userId) : null;
}

/** What this user gets of what is wanted, or null: then the answer is 403. */
export function grant({ userId, rooms, publish }, wanted) {
  return grantWithin({ userId, rooms, publish, maxEffectiveTimeInSeconds: 3600 }, wanted);
}
