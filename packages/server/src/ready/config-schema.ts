import {
  MAX_APP_ID,
  MAX_EFFECTIVE_TIME_IN_SECONDS,
  MAX_USER_ID_LENGTH,
  MODES,
} from '@token04/core/format';
import * as v from 'valibot';
import {
  MAX_CLOCK_TOLERANCE_IN_SECONDS,
  USUAL_CLOCK_TOLERANCE_IN_SECONDS,
} from '../lib/identify-by-jwt.ts';
import { anOrigin, isOrigin } from '../lib/options.ts';
import { ID_PROFILES } from '../lib/product-ids.ts';
import { isLoopback, isSafeUrl, SAFE_URL } from '../lib/safe-url.ts';
import { readSecretFile } from './secret.ts';
import { jwtSecret, redisUrl, type SecretRule, serverSecret } from './secret-rules.ts';
import { DEV_IDENTITY, VARIABLES } from './settings.ts';

const text = v.pipe(v.string('must be a string'), v.minLength(1, 'must not be empty'));
const optionalText = v.optional(text);

function integer(minimum: number, maximum: number) {
  const message = `must be an integer from ${minimum} to ${maximum}`;
  return v.pipe(
    v.number(message),
    v.safeInteger(message),
    v.minValue(minimum, message),
    v.maxValue(maximum, message),
  );
}

function oneOf<const T extends readonly string[]>(values: T) {
  return v.picklist(values, `must be one of ${values.join(', ')}`);
}

/** Refuses the path of a file that does not hold such a secret. */
function secretFile(rule: SecretRule) {
  return v.rawCheck<string>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    try {
      readSecretFile(dataset.value, rule);
    } catch (error) {
      addIssue({ message: (error as Error).message });
    }
  });
}

/** What each setting must be, and which go together. A message follows the setting's name. */
export const configSchema = v.pipe(
  v.object(
    {
      appId: integer(1, MAX_APP_ID),
      serverSecret: v.optional(serverSecret),
      serverSecretFile: v.optional(v.pipe(text, secretFile(serverSecret))),
      mode: v.optional(oneOf(MODES), 'cbc'),
      maxEffectiveTimeInSeconds: v.optional(integer(1, MAX_EFFECTIVE_TIME_IN_SECONDS), 3600),
      rooms: v.optional(oneOf(['claims', 'any']), 'claims'),
      checkIds: v.optional(v.array(oneOf(ID_PROFILES), 'must be a list of products'), []),
      badIds: v.optional(oneOf(['refuse', 'warn']), 'refuse'),
      jwtSecret: v.optional(jwtSecret),
      jwtSecretFile: v.optional(v.pipe(text, secretFile(jwtSecret))),
      jwksUrl: v.optional(v.pipe(text, v.check(isSafeUrl, `must be ${SAFE_URL}`))),
      jwtIssuer: optionalText,
      jwtAudience: optionalText,
      capAtJwtExp: v.optional(oneOf(['no', 'yes']), 'no'),
      clockToleranceInSeconds: v.optional(
        integer(0, MAX_CLOCK_TOLERANCE_IN_SECONDS),
        USUAL_CLOCK_TOLERANCE_IN_SECONDS,
      ),
      allowedOrigins: v.optional(
        v.array(
          v.pipe(
            text,
            v.check(isOrigin, ({ input }) => `must be ${anOrigin(input)}`),
          ),
          'must be a list of origins',
        ),
        [],
      ),
      requestsPerMinute: v.optional(integer(1, 1_000_000), 60),
      redisUrl: v.optional(redisUrl),
      redisUrlFile: v.optional(v.pipe(text, secretFile(redisUrl))),
      limitWithoutRedis: v.optional(oneOf(['own', 'refuse']), 'own'),
      host: v.optional(text, '127.0.0.1'),
      port: v.optional(integer(0, 65_535), 8080),
      metricsHost: optionalText,
      metricsPort: v.optional(integer(0, 65_535)),
      logLevel: v.optional(
        oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
        'info',
      ),
      devIdentity: v.optional(
        v.pipe(
          text,
          v.maxLength(MAX_USER_ID_LENGTH, `must have ${MAX_USER_ID_LENGTH} UTF-16 units at most`),
        ),
      ),
    },
    'is missing',
  ),
  v.forward(
    v.partialCheck(
      [['serverSecret'], ['serverSecretFile']],
      ({ serverSecret: secret, serverSecretFile: file }) =>
        (secret === undefined) !== (file === undefined),
      `or ${VARIABLES.serverSecretFile} must be given, exactly one of them`,
    ),
    ['serverSecret'],
  ),
  v.forward(
    v.partialCheck(
      [['jwtSecret'], ['jwtSecretFile'], ['jwksUrl'], ['devIdentity']],
      ({ jwtSecret: secret, jwtSecretFile: file, jwksUrl, devIdentity }) =>
        [secret, file, jwksUrl, devIdentity].filter((value) => value !== undefined).length === 1,
      `or ${VARIABLES.jwtSecretFile} or ${VARIABLES.jwksUrl} (for development: ${DEV_IDENTITY}) must be given, exactly one of them`,
    ),
    ['jwtSecret'],
  ),
  v.forward(
    v.partialCheck(
      [['redisUrl'], ['redisUrlFile']],
      ({ redisUrl: url, redisUrlFile: file }) => url === undefined || file === undefined,
      `and ${VARIABLES.redisUrlFile} must not be given together`,
    ),
    ['redisUrl'],
  ),
  v.forward(
    v.partialCheck(
      [['jwksUrl'], ['jwtIssuer'], ['jwtAudience']],
      ({ jwksUrl, jwtIssuer, jwtAudience }) =>
        jwksUrl === undefined || (jwtIssuer !== undefined && jwtAudience !== undefined),
      `needs ${VARIABLES.jwtIssuer} and ${VARIABLES.jwtAudience}, since others get JWTs of the same keys`,
    ),
    ['jwksUrl'],
  ),
  v.forward(
    v.partialCheck(
      [['devIdentity'], ['host']],
      ({ devIdentity, host }) => devIdentity === undefined || isLoopback(host),
      `lets anyone be that user, so it needs a ${VARIABLES.host} of this machine, such as 127.0.0.1`,
    ),
    ['devIdentity'],
  ),
);

export type Config = v.InferOutput<typeof configSchema>;
