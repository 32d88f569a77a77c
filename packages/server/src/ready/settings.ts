// The names of the settings, and how the environment spells their values.

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

/** The one setting that only an argument can give. */
export const DEV_IDENTITY = '--dev-identity';

/** The settings that the environment gives; an empty variable gives none. */
export function readEnvironment(environment: { readonly [name: string]: string | undefined }): {
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

/** How a mistake names a setting: by where it was given. */
export function nameOf(key: string, fromFile: object, file: string | undefined): string {
  if (key === 'devIdentity') return DEV_IDENTITY;
  const variable = Object.hasOwn(VARIABLES, key) ? VARIABLES[key as Setting] : undefined;
  if (Object.hasOwn(fromFile, key)) return `${variable} (or ${key} of ${file})`;
  return variable ?? key;
}
