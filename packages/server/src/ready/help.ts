import { type Setting, VARIABLES } from './settings.ts';

/** In a few words; docs/operations.md has more. */
const MEANINGS: { readonly [setting in Setting]: string } = {
  appId: 'the app, from the ZEGOCLOUD console',
  serverSecret: 'its server secret, 32 bytes, or …',
  serverSecretFile: '… a file that holds it',
  mode: 'cbc (the default) or gcm',
  maxEffectiveTimeInSeconds: 'how long a token is good at most; 3600',
  rooms: 'claims (the default): as the JWT says; any: every room',
  checkIds: 'products whose rules IDs must follow, such as express-web,zim; none',
  badIds: 'refuse (the default): no token for an ID that they refuse; warn: only the log says so',
  jwtSecret: 'the secret of HS256 JWTs, or …',
  jwtSecretFile: '… a file that holds it, or …',
  jwksUrl: '… where the public keys are',
  jwtIssuer: 'the iss demanded; needed with JWKS_URL',
  jwtAudience: 'the aud demanded; needed with JWKS_URL',
  capAtJwtExp: 'yes: no token is good for longer than its JWT; no',
  clockToleranceInSeconds: 'how far the clocks may be apart; 5',
  allowedOrigins: 'web origins whose pages may ask, commas between them',
  requestsPerMinute: 'of each user; 60',
  redisUrl: 'Redis or Valkey, in which all instances count together, or …',
  redisUrlFile: '… a file that holds it',
  limitWithoutRedis: 'own (the default): each instance limits by itself meanwhile; refuse: 503',
  host: 'the address to listen on; 127.0.0.1',
  port: '8080, 0 for any',
  metricsHost: 'the address to serve /metrics on; 127.0.0.1',
  metricsPort: 'its port; 9464, 0 for any',
  logLevel: 'of pino; info',
};

export function settingsHelp(): string {
  const settings = Object.entries(VARIABLES) as [Setting, string][];
  const width = Math.max(...settings.map(([, variable]) => variable.length));
  const lines = settings.map(
    ([setting, variable]) => `  ${variable.padEnd(width)}  ${MEANINGS[setting]} (${setting})`,
  );
  return `\nSettings (in brackets their names in the file):\n${lines.join('\n')}`;
}
