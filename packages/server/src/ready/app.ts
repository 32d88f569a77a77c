import { Hono } from 'hono';
import type { JWTPayload } from 'jose';
import type { Logger } from 'pino';
import { identifyByJwt } from '../jwt.ts';
import type { ErrorEvent, IssueEvent, TokenHandler, TokenHandlerOptions } from '../lib/options.ts';
import { Problem, problemResponse } from '../lib/problem.ts';
import { isLoopback } from '../lib/safe-url.ts';
import { createMetrics } from '../node/metrics.ts';
import { createRateLimit } from '../node/rate-limit.ts';
import { createTokenHandler } from '../node.ts';
import type { Config } from './config.ts';
import { grantByClaims } from './grant-by-claims.ts';
import { createMetricsHandler } from './metrics-server.ts';
import {
  fixedSecret,
  jwtSecret,
  type Secret,
  type SecretRule,
  secretInFile,
  serverSecret,
} from './secret.ts';

interface Caller {
  readonly userId: string;
  readonly claims: JWTPayload;
}

export interface App {
  readonly fetch: TokenHandler;
  /** For a listener of its own: what it tells is nobody's business on the internet. */
  readonly metrics: TokenHandler;
  /** For SIGHUP. */
  reloadSecrets(): void;
  end(): void;
}

const ROUTES = ['/token', '/healthz'];

/** The ready server's routes, each request logged. */
export function createApp(config: Config, log: Logger): App {
  const secrets: Secret[] = [];
  const follow = (secret: string | undefined, file: string | undefined, rule: SecretRule) => {
    const followed =
      file === undefined ? fixedSecret(secret as string) : secretInFile(file, rule, log);
    secrets.push(followed);
    return followed.now;
  };

  const metrics = createMetrics();
  const token = metrics.observe(
    createTokenHandler<Caller>({
      appId: config.appId,
      serverSecret: follow(config.serverSecret, config.serverSecretFile, serverSecret),
      mode: config.mode,
      identify: identifyBy(config, () => follow(config.jwtSecret, config.jwtSecretFile, jwtSecret)),
      grant: ({ userId, claims }, wanted) =>
        grantByClaims(
          config.devIdentity === undefined ? config : { ...config, rooms: 'any' },
          userId,
          claims['zego'],
          wanted,
        ),
      allowedOrigins: config.allowedOrigins,
      rateLimit: createRateLimit({ requests: config.requestsPerMinute, seconds: 60 }),
      onIssue: ({ wanted, grant, expiresAt }: IssueEvent<Caller>) =>
        log.info({ userId: grant.userId, roomId: wanted.roomId, expiresAt }, 'token issued'),
      onError: (event) => log.error(describe(event), 'request failed'),
    }),
  );

  const app = new Hono();
  app.use(async (context, next) => {
    const start = performance.now();
    await next();
    const { method, path } = context.req;
    // Any other path may hold what the client keeps secret.
    const route = ROUTES.includes(path) ? path : 'other';
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
    const level = route === '/healthz' ? 'debug' : 'info';
    log[level]({ method, route, status: context.res.status, milliseconds }, 'request');
  });
  app.all('/token', ({ req }) => token(req.raw));
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.notFound(() => problemResponse(new Problem('not-found')));
  return {
    fetch: async (request) => app.fetch(request),
    metrics: createMetricsHandler(metrics.registry),
    reloadSecrets: () => {
      for (const secret of secrets) void secret.reload();
    },
    end: () => {
      for (const secret of secrets) secret.end();
    },
  };
}

function identifyBy(
  config: Config,
  followSecret: () => () => string,
): TokenHandlerOptions<Caller>['identify'] {
  const { devIdentity, jwksUrl, jwtIssuer, jwtAudience, clockToleranceInSeconds } = config;
  if (devIdentity !== undefined) {
    // A page of the web can have a name of its own lead to this machine, and so read the answer.
    return ({ url }) =>
      isLoopback(new URL(url).hostname) ? { userId: devIdentity, claims: {} } : null;
  }
  return identifyByJwt({
    ...(jwksUrl === undefined ? { secret: followSecret() } : { jwksUrl }),
    ...(jwtIssuer === undefined ? {} : { issuer: jwtIssuer }),
    ...(jwtAudience === undefined ? {} : { audience: jwtAudience }),
    clockToleranceInSeconds,
  });
}

/** Not the message: what others throw may quote what they were given. */
function describe({ stage, error }: ErrorEvent): { stage: string; name: string; code: unknown } {
  const { name, code } = Object(error);
  return { stage, name: String(name), code };
}
