import { RENEWAL_LEAD_IN_SECONDS } from '@token04/core/format';
import { checkContentType, readJsonBody } from './body.ts';
import { withCors } from './cors.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { isRequest } from './is-request.ts';
import { type CreateIssuer, followIssuer } from './issuer.ts';
import { Misuse, ownText } from './misuse.ts';
import {
  type BadIdEvent,
  type ContextArgument,
  checkOptions,
  type ErrorEvent,
  type Grant,
  type Identity,
  type Stage,
  type TokenHandler,
  type TokenHandlerOptions,
} from './options.ts';
import { PROBLEMS, Problem, problemResponse } from './problem.ts';
import { badIdOf } from './product-ids.ts';
import { explainRefusal, explanationOf, type RefuseEvent } from './refusal.ts';
import { checkIdentity, checkWait, copyGrant } from './returned.ts';
import { isThenable } from './settle.ts';
import { Failure, runStage } from './stage.ts';
import { readWanted, type Wanted } from './wanted.ts';

const HEADERS = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };

/** What the endpoint answers with. */
export interface TokenAnswer {
  token: string;
  userId: string;
  /** Seconds since 1970, by the server's clock. */
  expiresAt: number;
  /** How many seconds to wait from now before asking for the next token. */
  renewAfter: number;
}

/** Why a token was refused that its client could not have used. */
const REASONS = {
  userId: 'user-id-refused',
  roomId: 'room-id-refused',
  streamIds: 'stream-id-refused',
} as const;

export function createHandler<I extends Identity, Context>(
  options: TokenHandlerOptions<I, Context>,
  createIssuer: CreateIssuer,
): TokenHandler<Context> {
  const { allowedOrigins, timeoutInMilliseconds, checkIds, badIds } = checkOptions(options);
  const issuerNow = followIssuer(options, createIssuer);
  const {
    identify,
    grant,
    rateLimit,
    onIssue,
    onRefuse,
    onError = complain,
    onBadId = warn,
  } = options;

  async function answer(
    request: Request,
    [context]: ContextArgument<Context>,
    deadline: Deadline,
  ): Promise<Response> {
    if (request.method !== 'POST') {
      if (!isRequest(request)) throw noRequest();
      const allowed = allowedOrigins.length > 0 ? 'POST, OPTIONS' : 'POST';
      throw new Problem('method-not-allowed', { headers: { Allow: allowed } });
    }
    checkContentType(request);
    const run = <T, Checked>(
      stage: Stage,
      work: () => T | PromiseLike<T>,
      check: (value: T) => Checked,
    ): Checked | Promise<Checked> => runStage(deadline, stage, work, check);

    const identifyNow = isThenable(context)
      ? async () => identify(request, (await context) as Context)
      : () => identify(request, context as Context);
    const identity = await run('identify', identifyNow, checkIdentity);
    if (identity === null) {
      throw new Problem('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    const wait =
      rateLimit && (await run('rateLimit', () => rateLimit(identity, request), checkWait));
    if (wait === 'unavailable') {
      throw new Problem('unavailable', { headers: { 'Retry-After': '1' } });
    }
    if (wait) {
      throw new Problem('rate-limited', { headers: { 'Retry-After': String(wait) } });
    }
    if (request.bodyUsed) {
      throw new Failure(
        'identify',
        new Misuse(
          'the body was read or decoded (setEncoding), by identify or before the handler was called',
        ),
      );
    }
    const wanted = readWanted(await readJsonBody(request, deadline));
    const granted = await run('grant', () => grant(identity, wanted), copyGrant);
    if (granted === null) throw new Problem('forbidden');
    if (checkIds.length > 0) checkIdsOf(granted, wanted, request);

    const issuer = await run('serverSecret', issuerNow, unchecked);
    const { token, expire: expiresAt } = await run(
      'issue',
      () => issuer.issueWithTimes(granted),
      unchecked,
    );
    if (onIssue) {
      const event = { identity, wanted, grant: granted, expiresAt, request };
      await run('onIssue', () => onIssue(event), unchecked);
    }
    const { userId, effectiveTimeInSeconds } = granted;
    const body: TokenAnswer = {
      token,
      userId,
      expiresAt,
      renewAfter: renewAfter(effectiveTimeInSeconds),
    };
    return new Response(JSON.stringify(body), { headers: HEADERS });
  }

  function checkIdsOf(granted: Grant, wanted: Wanted, request: Request): void {
    const bad = badIdOf(granted, checkIds);
    if (bad === undefined) return;
    if (badIds === 'warn') {
      report(onBadId, { ...bad, request });
      return;
    }
    const { field, detail } = bad;
    explainRefusal(request, REASONS[field], detail);
    // A client can ask for another room or stream; which user it is, it cannot choose.
    if (field !== 'userId' && wanted[field] !== undefined) {
      throw new Problem('invalid-wish', { errors: [{ pointer: `#/${field}`, detail }] });
    }
    throw new Problem('forbidden');
  }

  async function handle(request: Request, ...context: ContextArgument<Context>): Promise<Response> {
    const deadline = startDeadline(timeoutInMilliseconds);
    try {
      // A request that is refused before `identify` never waits for it.
      if (context[0] instanceof Promise) context[0].catch(() => {});
      return await answer(request, context, deadline);
    } catch (thrown) {
      if (thrown instanceof Problem) {
        if (onRefuse) report(onRefuse, refusal(thrown, request));
        return problemResponse(thrown);
      }
      const { stage, error } = failureOf(thrown, request);
      report(onError, { stage, error, request });
      return problemResponse(new Problem('internal-error'));
    } finally {
      deadline.end();
    }
  }

  return allowedOrigins.length > 0 ? withCors(handle, allowedOrigins) : handle;
}

const unchecked = <T>(value: T): T => value;

/** As early as ZEGO's SDKs ask for the next one; a token too short for that is renewed half way. */
function renewAfter(effectiveTimeInSeconds: number): number {
  return Math.max(
    effectiveTimeInSeconds - RENEWAL_LEAD_IN_SECONDS,
    Math.ceil(effectiveTimeInSeconds / 2),
  );
}

function refusal({ code }: Problem, request: Request): RefuseEvent {
  return { code, status: PROBLEMS[code][0], ...explanationOf(request), request };
}

function failureOf(thrown: unknown, request: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  return isRequest(request) ? new Failure('issue', thrown) : noRequest();
}

/** A framework passes a request of its own to what is registered as a route. */
function noRequest(): Failure {
  return new Failure(
    'identify',
    new Misuse(
      'the handler must be called with a Request of Fetch (toExpress and toFastify do so; in Hono it is c.req.raw), got another object',
    ),
  );
}

/** A hook that fails, at once or later, changes no answer. */
async function report<Event>(hook: (event: Event) => void, event: Event): Promise<void> {
  try {
    await hook(event);
  } catch {}
}

function complain({ stage, error }: ErrorEvent): void {
  const name = error instanceof Error ? error.name : typeof error;
  const text = ownText(error);
  console.error(
    `@token04/server: ${stage} failed with ${name}${text && `: ${text}`}; onError gets the exception`,
  );
}

function warn({ field, detail }: BadIdEvent): void {
  console.warn(`@token04/server: a client will be refused, since its ${field} ${detail}`);
}
