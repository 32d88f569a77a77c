// The app whose server is under load: its secrets, made anew for each run, and its users' JWTs.
import { randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';

export const APP_ID = 1234567890;
export const WISH = JSON.stringify({ roomId: 'r1', publish: true });

export const newServerSecret = () => randomBytes(16).toString('hex');

export function newApp() {
  const serverSecret = newServerSecret();
  const jwtSecret = randomBytes(32).toString('hex');
  return {
    serverSecret,
    /** What all of the servers take their settings from. */
    env: {
      ZEGO_APP_ID: String(APP_ID),
      ZEGO_SERVER_SECRET: serverSecret,
      JWT_SECRET: jwtSecret,
      REQUESTS_PER_MINUTE: '1000000',
    },
    /** JWTs of as many users, good for so many seconds. */
    jwts: (users, seconds) =>
      Promise.all(Array.from({ length: users }, (_, i) => sign(jwtSecret, `user${i}`, seconds))),
  };
}

function sign(jwtSecret, userId, seconds) {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ sub: userId, zego: { rooms: ['r1'], publish: true } })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(now)
    .setExpirationTime(now + seconds)
    .sign(new TextEncoder().encode(jwtSecret));
}
