import { readFileSync } from 'node:fs';
import { readFields } from '@token04/core/check';
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
import {
  jwtSecret,
  readSecretFile,
  redisUrl,
  type SecretRule,
  serverSecret,
  systemCode,
} from './secret.ts';

/** Where each setting of the file is in the environment. docs/operations.md explains them. */
export const VARIABLES = {
  appId: 'ZEGO_APP_ID',
  serverSecret: 'ZEGO_SERVER_SECRET',
  serverSecretFile: 'ZEGO_SERVER_SECRET_FILE',
  mode: 'TOKEN_MODE',
  maxEffectiveTimeInSeconds: 'MAX_EFFECTIVE_TIME_IN_SECONDS',
  rooms: 'ROOMS',
  checkIds: 'CHECK_IDS',
  badIds: 'BAD_IDS',
  jwtSecret: 'JWT_SECRET',
  jwtSecretFile: 'JWT_SECRET_FILE',
  jwksUrl: 'JWKS_URL',
  jwtIssuer: 'JWT_ISSUER',
  jwtAudience: 'JWT_AUDIENCE',
  capAtJwtExp: 'CAP_AT_JWT_EXP',
  clockToleranceInSeconds: 'CLOCK_TOLERANCE_IN_SECONDS',
  allowedOrigins: 'ALLOWED_ORIGINS',
  requestsPerMinute: 'REQUESTS_PER_MINUTE',
  redisUrl: 'REDIS_URL',
  redisUrlFile: 'REDIS_URL_FILE',
  limitWithoutRedis: 'LIMIT_WITHOUT_REDIS',
  host: 'HOST',
  port: 'PORT',
  metricsHost: 'METRICS_HOST',
  metricsPort: 'METRICS_PORT',
  logLevel: 'LOG_LEVEL',
} as const;

export type Setting = keyof typeof VARIABLES;

const NUMBERS: readonly string[] = [
  'appId',
  'maxEffectiveTimeInSeconds',
  'clockToleranceInSeconds',
  'requestsPerMinute',
  'port',
  'metricsPort',
] satisfies Setting[];
const LISTS: readonly string[] = ['allowedOrigins', 'checkIds'] satisfies Setting[];

const DEV_IDENTITY = '--dev-identity';

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

const schema = v.pipe(
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

export type Config = v.InferOutput<typeof schema>;

/** All that is wrong with a configuration, a line a mistake. No line holds a value. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'ConfigError';
    this.mistakes = mistakes;
  }
}

/**
 * The configuration from a JSON file, if one is given, and the environment, which wins; an empty
 * variable counts as absent.
 *
 * @throws ConfigError
 */
export function readConfig(
  environment: { readonly [name: string]: string | undefined },
  file: string | undefined,
  devIdentity: string | undefined,
): Config {
  const fromFile = file === undefined ? {} : readFile(file);
  if (Object.hasOwn(fromFile, 'devIdentity')) {
    throw new ConfigError([`devIdentity of ${file} is not known: only ${DEV_IDENTITY} says so`]);
  }
  const fromEnvironment = readEnvironment(environment);
  const dev = devIdentity === undefined ? {} : { devIdentity };
  const { success, output, issues } = v.safeParse(schema, {
    ...fromFile,
    ...fromEnvironment,
    ...dev,
  });
  const unknown = unknownKeys(fromFile, file);
  if (success && unknown.length === 0) return output;
  const mistakes = (issues ?? []).map(({ path, message }) => {
    const [setting, item] = path?.map(({ key }) => key) ?? [];
    if (setting === undefined) return message;
    const where = typeof item === 'number' ? `, number ${item + 1} of them,` : '';
    return `${nameOf(String(setting), fromFile, file)}${where} ${message}`;
  });
  throw new ConfigError([...mistakes, ...unknown]);
}

/** A line for each; core names the nearest known one, and no key that may be a secret. */
function unknownKeys(fromFile: object, file: string | undefined): string[] {
  const known = Object.fromEntries(Object.keys(VARIABLES).map((key) => [key, () => undefined]));
  return Object.keys(fromFile).flatMap((key) => {
    try {
      readFields({ [key]: undefined }, String(file), known);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
}

function readFile(file: string): { [name: string]: unknown } {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // JSON's own message quotes the text.
    const why =
      error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${systemCode(error)})`;
    throw new ConfigError([`${file} ${why}`]);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new ConfigError([`${file} is not a JSON object`]);
  }
  return { ...content };
}

function readEnvironment(environment: { readonly [name: string]: string | undefined }): {
  [name: string]: unknown;
} {
  const settings: { [name: string]: unknown } = {};
  for (const [setting, variable] of Object.entries(VARIABLES)) {
    const value = environment[variable];
    if (value !== undefined && value !== '') settings[setting] = parse(setting, value);
  }
  return settings;
}

/** What is not as it should be is left as it is, for the schema to refuse. */
function parse(setting: string, value: string): unknown {
  if (NUMBERS.includes(setting)) return /^\d{1,15}$/.test(value) ? Number(value) : value;
  return LISTS.includes(setting) ? value.split(',').map((part) => part.trim()) : value;
}

function nameOf(key: string, fromFile: object, file: string | undefined): string {
  if (key === 'devIdentity') return DEV_IDENTITY;
  const variable = Object.hasOwn(VARIABLES, key) ? VARIABLES[key as Setting] : undefined;
  if (Object.hasOwn(fromFile, key)) return `${variable} (or ${key} of ${file})`;
  return variable ?? key;
}
