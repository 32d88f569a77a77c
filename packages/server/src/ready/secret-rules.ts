// What a secret must be, in the environment and in a file.
import { SECRET_BYTES } from '@token04/core/format';
import * as v from 'valibot';
import { isPublicKey, MIN_JWT_SECRET_BYTES, NO_PUBLIC_KEY } from '../lib/jwt-secret.ts';
import { isRedisUrl, REDIS_URL } from '../redis/url.ts';
import { text as anyText } from './text-rule.ts';

/** The first check that fails is told, so that a line end is named as one, and not as a byte too many. */
const text = v.pipe(
  anyText,
  // Decoding puts it in the place of all that is no UTF-8: whoever knows that could sign with it.
  v.check(
    (secret) => !/[\uFFFD\p{Surrogate}]/u.test(secret),
    'must be UTF-8; of a binary key take its base64 or hex text, wherever it is used',
  ),
);
export const serverSecret = v.pipe(
  text,
  v.bytes(SECRET_BYTES, `must have ${SECRET_BYTES} bytes (the server secret, not the AppSign)`),
);
export const jwtSecret = v.pipe(
  v.string('must be a string'),
  // Before all else: that it has several lines is the least of what is wrong with it.
  v.check((secret) => !isPublicKey(secret), NO_PUBLIC_KEY),
  text,
  v.minBytes(MIN_JWT_SECRET_BYTES, `must have ${MIN_JWT_SECRET_BYTES} bytes or more`),
);
/** It may hold a password. */
export const redisUrl = v.pipe(text, v.check(isRedisUrl, `must be ${REDIS_URL}`));

export type SecretRule = typeof serverSecret | typeof jwtSecret | typeof redisUrl;
