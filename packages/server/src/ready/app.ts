import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { JWTPayload } from 'jose';
import type { Logger } from 'pino';
import { identifyByJwt, type KeysChange } from '../jwt.ts';
import { claimDemands, identifyWith, type JwtIdentity } from '../lib/identify-by-jwt.ts';
import { ownText } from '../lib/misuse.ts';
import type { ErrorEvent, IssueEvent, TokenHandler, TokenHandlerOptions } from '../lib/options.ts';
import { Problem, problemResponse } from '../lib/problem.ts';
import { explainRefusal } from '../lib/refusal.ts';
import { isLoopback } from '../lib/safe-url.ts';
import { isThenable } from '../lib/settle.ts';
import { createMetrics } from '../node/metrics.ts';
import { createTokenHandler } from '../node.ts';
import type { Config } from './config.ts';
import { grantByClaims, type Policy } from './grant-by-claims.ts';
import { healthRoutes } from './health.ts';
import { verifierOfHs256 } from './hs256.ts';
import { watchKeys } from './keys.ts';
import { createLimits } from './limits.ts';
import { createMetricsHandler } from './metrics-server.ts';
import { fixedSecret, type Secret, secretInFile } from './secret.ts';
import { jwtSecret, redisUrl, type SecretRule, serverSecret } from './secret-rules.ts';

interface Caller {
  readonly userId: string;
  readonly claims: JWTPayload;
  readonly request: Request;
}

/** What a line of the log says beside the request itself: the token that was issued, or why none was. */
interface Outcome {
  readonly userId?: string;
  readonly roomId?: string | undefined;
  readonly expiresAt?: number;
  readonly reason?: string;
  readonly detail?: string | undefined;
}

export interface App {
  readonly fetch: TokenHandler;
  /** For a listener of its own, since it is not for the internet. */
  readonly metrics: TokenHandler;
  /** Called on SIGHUP. */
  reloadSecrets(): void;
  end(): void;
}

const ROUTES = ['/token', '/healthz', '/readyz'];
/** Probes ask these every few seconds, so they are logged as `debug` alone. */
const QUIET_ROUTES = ['/healthz', '/readyz'];

/** The ready server's routes, each request logged. */
export async function createApp(config: Config, log: Logger): Promise<App> {
  const secrets: Secret[] = [];
  const follow = (secret: string | undefined, file: string | undefined, rule: SecretRule) => {
    const followed =
      file === undefined ? fixedSecret(secret as string) : secretInFile(file, rule, log);
    secrets.push(followed);
    return followed.now;
  };

  const policy: Policy = config.devIdentity === undefined ? config : { ...config, rooms: 'any' };
  const metrics = createMetrics();
  const outcomes = new WeakMap<Request, Outcome>();
  const limits = await createLimits(
    config,
    () => follow(config.redisUrl, config.redisUrlFile, redisUrl),
    {
      log,
      registry: metrics.registry,
    },
  );
  const keys = watchKeys(config.jwksUrl, log);
  const token = metrics.observe(
    createTokenHandler<Caller>({
      appId: config.appId,
      serverSecret: follow(config.serverSecret, config.serverSecretFile, serverSecret),
      mode: config.mode,
      identify: identifyBy(
        config,
        () => follow(config.jwtSecret, config.jwtSecretFile, jwtSecret),
        keys.onChange,
      ),
      grant: (caller, wanted) =>
        grantByClaims(policy, caller, wanted, () =>
          explainRefusal(caller.request, 'claims-malformed'),
        ),
      allowedOrigins: config.allowedOrigins,
      checkIds: config.checkIds,
      badIds: config.badIds,
      onBadId: ({ field, detail }) =>
        log.warn({ field, detail }, 'a product would refuse an ID of the token that follows'),
      rateLimit: limits.rateLimit,
      onIssue: ({ wanted, grant, expiresAt, request }: IssueEvent<Caller>) => {
        outcomes.set(request, { userId: grant.userId, roomId: wanted.roomId, expiresAt });
      },
      onRefuse: (event) => {
        outcomes.set(event.request, { reason: event.reason ?? event.code, detail: event.detail });
        metrics.onRefuse(event);
      },
      onError: (event) => log.error(describeFailure(event), 'request failed'),
    }),
  );

  const app = new Hono();
  app.route('/', healthRoutes({ secrets, words: { jwks: keys.word, redis: limits.redis } }));
  app.notFound(() => problemResponse(new Problem('not-found')));
  return {
    async fetch(request) {
      const start = performance.now();
      const path = getPath(request);
      // The route that is asked most goes past the router, of which it needs nothing.
      const response = await (path === '/token' ? token(request) : app.fetch(request));
      const milliseconds = Math.round((performance.now() - start) * 10) / 10;
      // Another path is not logged, since it may hold what the client keeps secret.
      const route = ROUTES.includes(path) ? path : 'other';
      const level = QUIET_ROUTES.includes(route) ? 'debug' : 'info';
      const { reason, detail, userId, roomId, expiresAt } = outcomes.get(request) ?? {};
      log[level](
        {
          method: request.method,
          route,
          status: response.status,
          // What is undefined is left out.
          reason,
          detail,
          userId,
          roomId,
          expiresAt,
          milliseconds,
        },
        'request',
      );
      return response;
    },
    metrics: createMetricsHandler(metrics.registry),
    reloadSecrets: () => {
      for (const secret of secrets) void secret.reload();
    },
    end: () => {
      for (const secret of secrets) secret.end();
      void limits.end();
    },
  };
}

function identifyBy(
  config: Config,
  followSecret: () => () => string,
  onKeysChange: (change: KeysChange) => void,
): TokenHandlerOptions<Caller>['identify'] {
  const { devIdentity, jwksUrl, jwtIssuer, jwtAudience } = config;
  if (devIdentity !== undefined) {
    return (request) => {
      // A page of the web can have a name of its own lead to this machine, and so read the answer.
      if (isLoopback(new URL(request.url).hostname)) {
        return { userId: devIdentity, claims: {}, request };
      }
      explainRefusal(request, 'host-not-local');
      return null;
    };
  }
  const demands = {
    ...(jwtIssuer === undefined ? {} : { issuer: jwtIssuer }),
    ...(jwtAudience === undefined ? {} : { audience: jwtAudience }),
    userIdClaim: config.jwtUserIdClaim,
    clockToleranceInSeconds: config.clockToleranceInSeconds,
  };
  const identify =
    jwksUrl === undefined
      ? identifyWith(config.jwtUserIdClaim, verifierOfHs256(followSecret(), claimDemands(demands)))
      : identifyByJwt({ ...demands, jwksUrl, onKeysChange });
  const callerOf = (identity: JwtIdentity | null, request: Request): Caller | null =>
    identity && { userId: identity.userId, claims: identity.claims, request };
  return (request) => {
    const identity = identify(request);
    return isThenable(identity)
      ? identity.then((known) => callerOf(known, request))
      : callerOf(identity, request);
  };
}

/** Not the message of others, which may quote what they were given. */
function describeFailure({ stage, error }: ErrorEvent): object {
  const { name, code } = Object(error);
  return { stage, name: String(name), code, reason: ownText(error) || undefined };
}
