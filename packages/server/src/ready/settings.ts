import {
  MAX_APP_ID,
  MAX_EFFECTIVE_TIME_IN_SECONDS,
  MAX_USER_ID_LENGTH,
  MODES,
} from '@token04/core/format';
import * as v from 'valibot';
import {
  CLAIMS_OF_TIME,
  MAX_CLOCK_TOLERANCE_IN_SECONDS,
  USUAL_CLOCK_TOLERANCE_IN_SECONDS,
} from '../lib/identify-by-jwt.ts';
import { anOrigin, isOrigin } from '../lib/options.ts';
import { ID_PROFILES } from '../lib/product-ids.ts';
import { isSafeUrl, SAFE_URL } from '../lib/safe-url.ts';
import { readSecretFile } from './secret.ts';
import { jwtSecret, redisUrl, type SecretRule, serverSecret } from './secret-rules.ts';
import { text as anyText } from './text-rule.ts';

interface SettingRule {
  /** Its name in the environment. */
  readonly variable: string;
  /** In a few words, for --help; docs/operations.md has more. */
  readonly help: string;
  /** What it must be, and its default. */
  readonly rule: v.GenericSchema;
  /** What its text in the environment stands for; a string unless given. */
  readonly textOf?: 'a number' | 'a list';
}

/** Of a JWT: what its user may have. */
export const RIGHTS_CLAIM = 'zego';

const text = v.pipe(anyText, v.minLength(1, 'must not be empty'));
const optionalText = v.optional(text);

/** All settings, by their names in the file; in the order of `--help`. docs/operations.md explains them. */
export const SETTINGS = {
  appId: {
    variable: 'ZEGO_APP_ID',
    help: 'the app, from the ZEGOCLOUD console',
    rule: integer(1, MAX_APP_ID),
    textOf: 'a number',
  },
  serverSecret: {
    variable: 'ZEGO_SERVER_SECRET',
    help: 'its server secret, 32 bytes, or …',
    rule: v.optional(serverSecret),
  },
  serverSecretFile: {
    variable: 'ZEGO_SERVER_SECRET_FILE',
    help: '… a file that holds it',
    rule: v.optional(v.pipe(text, secretFile(serverSecret))),
  },
  mode: {
    variable: 'TOKEN_MODE',
    help: 'cbc (the default) or gcm',
    rule: v.optional(oneOf(MODES), 'cbc'),
  },
  maxEffectiveTimeInSeconds: {
    variable: 'MAX_EFFECTIVE_TIME_IN_SECONDS',
    help: 'how long a token is good at most; 3600',
    rule: v.optional(integer(1, MAX_EFFECTIVE_TIME_IN_SECONDS), 3600),
    textOf: 'a number',
  },
  rooms: {
    variable: 'ROOMS',
    help: 'claims (the default): as the JWT says; any: every room',
    rule: v.optional(oneOf(['claims', 'any']), 'claims'),
  },
  checkIds: {
    variable: 'CHECK_IDS',
    help: 'products whose rules IDs must follow, such as express-web,zim; none',
    rule: v.optional(v.array(oneOf(ID_PROFILES), 'must be a list of products'), []),
    textOf: 'a list',
  },
  badIds: {
    variable: 'BAD_IDS',
    help: 'refuse (the default): no token for an ID that they refuse; warn: only the log says so',
    rule: v.optional(oneOf(['refuse', 'warn']), 'refuse'),
  },
  jwtSecret: {
    variable: 'JWT_SECRET',
    help: 'the secret of HS256 JWTs, or …',
    rule: v.optional(jwtSecret),
  },
  jwtSecretFile: {
    variable: 'JWT_SECRET_FILE',
    help: '… a file that holds it, or …',
    rule: v.optional(v.pipe(text, secretFile(jwtSecret))),
  },
  jwksUrl: {
    variable: 'JWKS_URL',
    help: '… where the public keys are',
    rule: v.optional(v.pipe(text, v.check(isSafeUrl, `must be ${SAFE_URL}`))),
  },
  jwtIssuer: {
    variable: 'JWT_ISSUER',
    help: 'the iss demanded; needed with JWKS_URL',
    rule: optionalText,
  },
  jwtAudience: {
    variable: 'JWT_AUDIENCE',
    help: 'the aud demanded; needed with JWKS_URL',
    rule: optionalText,
  },
  jwtUserIdClaim: {
    variable: 'JWT_USER_ID_CLAIM',
    help: 'which claim of the JWT is the userId; sub',
    rule: v.optional(
      v.pipe(
        text,
        v.check(
          (claim) => ![...CLAIMS_OF_TIME, RIGHTS_CLAIM].includes(claim),
          `must be a claim of text, which ${[...CLAIMS_OF_TIME, RIGHTS_CLAIM].join(', ')} are not`,
        ),
      ),
      'sub',
    ),
  },
  capAtJwtExp: {
    variable: 'CAP_AT_JWT_EXP',
    help: 'yes: no token is good for longer than its JWT; no',
    rule: v.optional(oneOf(['no', 'yes']), 'no'),
  },
  clockToleranceInSeconds: {
    variable: 'CLOCK_TOLERANCE_IN_SECONDS',
    help: 'how far the clocks may be apart; 5',
    rule: v.optional(integer(0, MAX_CLOCK_TOLERANCE_IN_SECONDS), USUAL_CLOCK_TOLERANCE_IN_SECONDS),
    textOf: 'a number',
  },
  allowedOrigins: {
    variable: 'ALLOWED_ORIGINS',
    help: 'web origins whose pages may ask, commas between them',
    rule: v.optional(
      v.array(
        v.pipe(
          text,
          v.check(isOrigin, ({ input }) => `must be ${anOrigin(input)}`),
        ),
        'must be a list of origins',
      ),
      [],
    ),
    textOf: 'a list',
  },
  requestsPerMinute: {
    variable: 'REQUESTS_PER_MINUTE',
    help: 'of each user; 60',
    rule: v.optional(integer(1, 1_000_000), 60),
    textOf: 'a number',
  },
  redisUrl: {
    variable: 'REDIS_URL',
    help: 'Redis or Valkey, in which all instances count together, or …',
    rule: v.optional(redisUrl),
  },
  redisUrlFile: {
    variable: 'REDIS_URL_FILE',
    help: '… a file that holds it',
    rule: v.optional(v.pipe(text, secretFile(redisUrl))),
  },
  limitWithoutRedis: {
    variable: 'LIMIT_WITHOUT_REDIS',
    help: 'own (the default): each instance limits by itself meanwhile; refuse: 503',
    rule: v.optional(oneOf(['own', 'refuse']), 'own'),
  },
  host: {
    variable: 'HOST',
    help: 'the address to listen on; 127.0.0.1',
    rule: v.optional(text, '127.0.0.1'),
  },
  port: {
    variable: 'PORT',
    help: '8080, 0 for any',
    rule: v.optional(integer(0, 65_535), 8080),
    textOf: 'a number',
  },
  metricsHost: {
    variable: 'METRICS_HOST',
    help: 'the address to serve /metrics on; 127.0.0.1',
    rule: optionalText,
  },
  metricsPort: {
    variable: 'METRICS_PORT',
    help: 'its port; 9464, 0 for any',
    rule: v.optional(integer(0, 65_535)),
    textOf: 'a number',
  },
  logLevel: {
    variable: 'LOG_LEVEL',
    help: 'of pino; info',
    rule: v.optional(oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  },
} as const satisfies { readonly [setting: string]: SettingRule };

export type Setting = keyof typeof SETTINGS;

/** What only the command line can say. */
export const DEV_IDENTITY = {
  flag: '--dev-identity',
  rule: v.optional(
    v.pipe(
      text,
      v.maxLength(MAX_USER_ID_LENGTH, `must have ${MAX_USER_ID_LENGTH} UTF-16 units at most`),
    ),
  ),
};

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
