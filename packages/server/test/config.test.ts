import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/ready/config.ts';
import { jwtSecret, serverSecret } from './app.ts';
import { file, good, mistakes } from './configs.ts';

test('with the least that is needed, all else has its default', () => {
  expect(readConfig(good, undefined, undefined)).toEqual({
    appId: 1,
    serverSecret,
    jwtSecret,
    mode: 'cbc',
    maxEffectiveTimeInSeconds: 3600,
    rooms: 'claims',
    checkIds: [],
    badIds: 'refuse',
    jwtUserIdClaim: 'sub',
    capAtJwtExp: 'no',
    clockToleranceInSeconds: 5,
    allowedOrigins: [],
    requestsPerMinute: 60,
    limitWithoutRedis: 'own',
    host: '127.0.0.1',
    port: 8080,
    logLevel: 'info',
  });
});

test('every mistake is listed at once', () => {
  const env = {
    ZEGO_APP_ID: '1.5',
    ZEGO_SERVER_SECRET: 'AppSign',
    TOKEN_MODE: 'ecb',
    MAX_EFFECTIVE_TIME_IN_SECONDS: '-1',
    ROOMS: 'all',
    CHECK_IDS: 'zim, express',
    BAD_IDS: 'ignore',
    JWT_SECRET: 'short',
    JWKS_URL: 'http://login.example/keys',
    ALLOWED_ORIGINS: 'https://a.example, *',
    REQUESTS_PER_MINUTE: '0',
    REDIS_URL: 'redis.example:6379',
    LIMIT_WITHOUT_REDIS: 'none',
    PORT: '80801',
    LOG_LEVEL: 'loud',
  };
  const path = file('typos.json', { appID: 1, jwt: {} });
  expect(mistakes(env, path)).toEqual([
    'ZEGO_APP_ID must be an integer from 1 to 4294967295',
    'ZEGO_SERVER_SECRET must have 32 bytes (the server secret, not the AppSign)',
    'TOKEN_MODE must be one of cbc, gcm',
    'MAX_EFFECTIVE_TIME_IN_SECONDS must be an integer from 1 to 315360000',
    'ROOMS must be one of claims, any',
    'CHECK_IDS, number 2 of them, must be one of express-native, express-web, zim, uikit, ai-agent, portable',
    'BAD_IDS must be one of refuse, warn',
    'JWT_SECRET must have 32 bytes or more',
    'JWKS_URL must be an https URL without a user (http: only for this machine)',
    'ALLOWED_ORIGINS, number 2 of them, must be an origin such as https://app.example, each by its name, since there is no wildcard',
    'REQUESTS_PER_MINUTE must be an integer from 1 to 1000000',
    'REDIS_URL must be a URL such as redis://127.0.0.1:6379 (rediss: for TLS)',
    'LIMIT_WITHOUT_REDIS must be one of own, refuse',
    'PORT must be an integer from 0 to 65535',
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
    `${path} has no "appID"; did you mean "appId"?`,
    `${path} has no "jwt"; did you mean "jwtSecret"?`,
  ]);
});

test('an origin with a slash at its end is told with its number', () => {
  expect(mistakes({ ...good, ALLOWED_ORIGINS: 'https://a.example,https://b.example/' })).toEqual([
    'ALLOWED_ORIGINS, number 2 of them, must be an origin such as https://app.example, without the slash at its end',
  ]);
});

test('a key that may be a secret is not repeated', () => {
  const path = file('keys.json', { [serverSecret]: 1, __proto__: 1, constructor: 1 });
  expect(mistakes(good, path).join()).not.toContain(serverSecret);
  expect(mistakes(good, path)).toHaveLength(2);
});

test('with nothing said, all that is missing is listed', () => {
  expect(mistakes({ ZEGO_APP_ID: '' })).toEqual([
    'ZEGO_APP_ID is missing',
    'ZEGO_SERVER_SECRET or ZEGO_SERVER_SECRET_FILE must be given, exactly one of them',
    'JWT_SECRET or JWT_SECRET_FILE or JWKS_URL (for development: --dev-identity) must be given, exactly one of them',
  ]);
});

test('the file is read, and the environment wins', () => {
  const path = file('good.json', {
    appId: 2,
    serverSecretFile: file('secret', `${serverSecret}\n`),
    jwtSecret,
    port: 9000,
    allowedOrigins: ['https://a.example'],
  });
  const config = readConfig({ PORT: '9001' }, path, undefined);
  expect(config).toMatchObject({ appId: 2, port: 9001, allowedOrigins: ['https://a.example'] });
});

test.each([
  ['is not JSON', '{"appId": 1, "serverSecret": "fa94dd0f'],
  ['is not a JSON object', '[]'],
])('a file that %s is refused', (what, content) => {
  const path = file('bad.json', content);
  expect(mistakes(good, path)).toEqual([`${path} ${what}`]);
});

test('a file that is not there is told with the code of the system', () => {
  expect(mistakes(good, '/nowhere.json')).toEqual(['/nowhere.json cannot be read (ENOENT)']);
});

describe('who is asking', () => {
  const { JWT_SECRET: _, ...nobody } = good;

  test('a JWKS needs the issuer and the audience', () => {
    const env = { ...nobody, JWKS_URL: 'https://login.example/keys', JWT_ISSUER: 'x' };
    expect(mistakes(env)).toEqual([
      'JWKS_URL needs JWT_ISSUER and JWT_AUDIENCE, since others get JWTs of the same keys',
    ]);
    expect(mistakes({ ...env, JWT_AUDIENCE: 'y' })).toEqual([]);
  });

  test.each(['0.0.0.0', '::', '10.0.0.1', 'app.example', '127.0.0.1.example'])(
    'a development identity is refused on %s',
    (HOST) => {
      expect(mistakes({ ...nobody, HOST }, undefined, 'demo')).toEqual([
        '--dev-identity lets anyone be that user, so it needs a HOST of this machine, such as 127.0.0.1',
      ]);
    },
  );

  test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])(
    'a development identity is allowed on %s',
    (HOST) => {
      expect(mistakes({ ...nobody, HOST }, undefined, 'demo')).toEqual([]);
    },
  );

  test('a development identity is not for a file to give', () => {
    const path = file('dev.json', { devIdentity: 'demo' });
    expect(mistakes(nobody, path)).toEqual([
      `devIdentity of ${path} is not known: only --dev-identity says so`,
    ]);
  });

  test('a development identity beside a JWT secret is one too many', () => {
    expect(mistakes(good, undefined, 'demo')).toEqual([
      expect.stringContaining('JWT_SECRET or JWT_SECRET_FILE or JWKS_URL'),
    ]);
  });
});

describe('a text', () => {
  test.each(['JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_USER_ID_CLAIM', 'HOST', 'METRICS_HOST'])(
    'in %s has no line end of Windows, and no blank',
    (variable) => {
      expect(mistakes({ ...good, [variable]: 'https://login.example/\r' })).toEqual([
        `${variable} must be one line, without a line end (but for one at the end of a file)`,
      ]);
      expect(mistakes({ ...good, [variable]: 'login ' })).toEqual([
        `${variable} must not have blanks at its start or end, which are easily lost`,
      ]);
      expect(mistakes({ ...good, [variable]: 'log\u0007in' })).toEqual([
        `${variable} must not have control characters`,
      ]);
    },
  );
});

test.each(['exp', 'nbf', 'iat', 'zego'])('the claim %s is no userId', (JWT_USER_ID_CLAIM) => {
  expect(mistakes({ ...good, JWT_USER_ID_CLAIM })).toEqual([
    'JWT_USER_ID_CLAIM must be a claim of text, which exp, nbf, iat, zego are not',
  ]);
});

test('a URL of keys with a user in it, which no request takes, is refused', () => {
  const { JWT_SECRET: _, ...nobody } = good;
  const env = { ...nobody, JWT_ISSUER: 'x', JWT_AUDIENCE: 'y' };
  expect(mistakes({ ...env, JWKS_URL: 'https://me:the-password@login.example/keys' })).toEqual([
    'JWKS_URL must be an https URL without a user (http: only for this machine)',
  ]);
});

test('a star within an origin is no wildcard', () => {
  expect(mistakes({ ...good, ALLOWED_ORIGINS: 'https://*.app.example' })).toEqual([
    'ALLOWED_ORIGINS, number 1 of them, must be an origin such as https://app.example, each by its name, since there is no wildcard',
  ]);
});

test('a setting that does nothing without another is refused', () => {
  expect(mistakes({ ...good, BAD_IDS: 'warn', LIMIT_WITHOUT_REDIS: 'refuse' })).toEqual([
    'LIMIT_WITHOUT_REDIS is refuse, which needs REDIS_URL or REDIS_URL_FILE',
    'BAD_IDS is warn, which needs CHECK_IDS',
  ]);
  const REDIS_URL = 'redis://127.0.0.1';
  const all = { ...good, BAD_IDS: 'warn', LIMIT_WITHOUT_REDIS: 'refuse', REDIS_URL };
  expect(mistakes({ ...all, CHECK_IDS: 'zim' })).toEqual([]);
  expect(mistakes({ ...good, BAD_IDS: 'refuse', LIMIT_WITHOUT_REDIS: 'own' })).toEqual([]);
});

test('a file without a name is named by its option', () => {
  expect(mistakes(good, '')).toEqual(['--config must be the path of a file, got nothing']);
});

test('a file with a byte order mark is told what is wrong with it', () => {
  const path = file('bom.json', '\uFEFF{"appId": 1}');
  expect(mistakes(good, path)).toEqual([
    `${path} begins with a byte order mark, which JSON does not have`,
  ]);
});
