// What a secret must be, in the environment and in a file.
import { SECRET_BYTES } from '@token04/core/format';
import * as v from 'valibot';
import { isPem, MIN_JWT_SECRET_BYTES, NO_PEM } from '../lib/jwt-secret.ts';
import { isRedisUrl, REDIS_URL } from '../redis/url.ts';

/** The first check that fails is told, so that a line end is named as one, and not as a byte too many. */
const text = v.pipe(
  v.string('must be a string'),
  v.check(
    (secret) => !/^\uFEFF/.test(secret),
    'must not begin with a byte order mark, which some editors write',
  ),
  v.check((secret) => !/[\r\n]/.test(secret), 'must be one line, with one line end at most'),
  v.check(
    (secret) => secret.trim() === secret,
    'must not have blanks at its start or end, which are easily lost',
  ),
  // A file that was made and not written before the power went is of the right length, and all zeros.
  v.check((secret) => !/\p{Cc}/u.test(secret), 'must not have control characters'),
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
  text,
  v.minBytes(MIN_JWT_SECRET_BYTES, `must have ${MIN_JWT_SECRET_BYTES} bytes or more`),
  v.check((secret) => !isPem(secret), NO_PEM),
);
/** It may hold a password. */
export const redisUrl = v.pipe(text, v.check(isRedisUrl, `must be ${REDIS_URL}`));

export type SecretRule = typeof serverSecret | typeof jwtSecret | typeof redisUrl;
