import { argumentError } from '@token04/core/check';
import type { Token04Mode } from '@token04/core/web';
import * as v from 'valibot';
import { aFunction, aNumber, checkFields } from './arguments.ts';
import { type BadId, ID_PROFILES, type IdProfile } from './product-ids.ts';
import type { RefuseEvent } from './refusal.ts';
import type { Wanted } from './wanted.ts';

/** Who is asking; other fields are yours. */
export interface Identity {
  readonly userId: string;
}

/** What one token says: decided by the server. */
export interface Grant {
  /** 1 to 64 UTF-16 units; nearly always the identity's own. */
  readonly userId: string;
  /** How long the token is good, an integer from 1 to 315,360,000 seconds (ten years). */
  readonly effectiveTimeInSeconds: number;
  /** Such as `roomPayload()` makes; absent or `''` for an identity token, good for any room. */
  readonly payload?: string | undefined;
}

export interface IssueEvent<I extends Identity> {
  readonly identity: I;
  readonly wanted: Wanted;
  readonly grant: Grant;
  /** Seconds since 1970. */
  readonly expiresAt: number;
  readonly request: Request;
}

/**
 * How many seconds who asks has to wait: 429; null to go on; `'unavailable'` where nobody can count
 * and none is to be given a token without: 503.
 */
export type RateLimitAnswer = number | null | 'unavailable';

/** Where a request failed: in which of the options, or while the token was made from the grant. */
export type Stage = 'serverSecret' | 'identify' | 'rateLimit' | 'grant' | 'issue' | 'onIssue';

export interface ErrorEvent {
  /** What was thrown, as it is: it may hold what you put into it. */
  readonly error: unknown;
  readonly stage: Stage;
  readonly request: Request;
}

export interface BadIdEvent extends BadId {
  readonly request: Request;
}

/** `Context` is what the app knows of a request by its own login, and hands to the handler. */
export interface TokenHandlerOptions<I extends Identity, Context = unknown> {
  /** From the ZEGOCLOUD console: an integer from 1 to 4294967295. */
  readonly appId: number;
  /**
   * From the ZEGOCLOUD console: 32 UTF-8 bytes. A function is asked for every token, so that the
   * secret can be rotated while the server runs.
   */
  readonly serverSecret: string | (() => string | Promise<string>);
  /** `'cbc'` (the default) is what the documented samples make; ZEGO recommends `'gcm'` since 2024. */
  readonly mode?: Token04Mode | undefined;
  /**
   * Who is asking, by your own session, cookie or JWT, or by the context that the handler was
   * called with; null where nobody knows: 401. It must not read the request's body.
   */
  readonly identify: (request: Request, context: Context) => I | null | Promise<I | null>;
  /** What is granted to whom; null for nothing: 403. What the client wants is only a wish. */
  readonly grant: (identity: I, wanted: Wanted) => Grant | null | Promise<Grant | null>;
  /** The web origins whose pages may ask, such as `https://app.example`, compared exactly. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /**
   * The products that the clients use, such as `['express-web', 'zim']`: an ID of a token that one
   * of them would refuse is refused, or warned of, instead of failing at the client's login. Without
   * it any ID is taken.
   */
  readonly checkIds?: readonly IdProfile[] | undefined;
  /**
   * `'refuse'` (the default): a room or a stream that the client asked for is an `invalid-wish`,
   * 400, any other ID is `forbidden`, 403. `'warn'`: the token is made, and `onBadId` is called.
   */
  readonly badIds?: 'refuse' | 'warn' | undefined;
  /** Called for a token with a bad ID, where these are only warned of; `console.warn` unless given. */
  readonly onBadId?: ((event: BadIdEvent) => void) | undefined;
  readonly rateLimit?:
    | ((identity: I, request: Request) => RateLimitAnswer | Promise<RateLimitAnswer>)
    | undefined;
  /** Called for every token before it is sent; where it throws, no token is sent. For audits. */
  readonly onIssue?: ((event: IssueEvent<I>) => void | Promise<void>) | undefined;
  /** Called for every request that is refused, with more than the client is told. */
  readonly onRefuse?: ((event: RefuseEvent) => void) | undefined;
  /** Called for every 500. Without it, `console.error` gets a line without the exception's text. */
  readonly onError?: ((event: ErrorEvent) => void) | undefined;
  /**
   * How long a request may take, its body and your functions together, in milliseconds; 8000
   * unless given. After it: 408 where the body is late, 503 where a function is.
   */
  readonly timeoutInMilliseconds?: number | undefined;
}

/**
 * Answers one request; the promise never rejects. The context is what `identify` gets, or a promise
 * of it: one that rejects is a failure of `identify`. It may be left out where `identify` takes
 * undefined, or no context.
 */
export type TokenHandler<Context = unknown> = (
  request: Request,
  ...context: ContextArgument<Context>
) => Promise<Response>;

export type ContextArgument<Context> = undefined extends Context
  ? [context?: Context | PromiseLike<Context>]
  : [context: Context | PromiseLike<Context>];

export function isOrigin(text: string): boolean {
  // URL takes a star for a part of a name, and no page is of such an origin.
  if (!URL.canParse(text) || text.includes('*')) return false;
  const { protocol, host, origin } = new URL(text);
  // URL knows no origin of the schemes of hybrid apps, such as capacitor://localhost.
  return text === (origin === 'null' && host !== '' ? `${protocol}//${host}` : origin);
}

/** What is expected in the place of this. */
export function anOrigin(text: string): string {
  return `an origin such as https://app.example${hintOf(text)}`;
}

function hintOf(text: string): string {
  if (text.includes('*')) return ', each by its name, since there is no wildcard';
  return isOrigin(text.replace(/\/+$/, '')) ? ', without the slash at its end' : '';
}

/** The app and the secret are left to core, which judges them. */
const schema = v.strictObject({
  appId: v.unknown(),
  serverSecret: v.unknown(),
  mode: v.optional(v.unknown()),
  identify: aFunction,
  grant: aFunction,
  allowedOrigins: v.optional(
    v.array(
      v.pipe(
        v.string('a string'),
        v.check(isOrigin, ({ input }) => anOrigin(input)),
      ),
      'a list of origins',
    ),
    [],
  ),
  checkIds: v.optional(
    v.array(v.picklist(ID_PROFILES, `one of ${ID_PROFILES.join(', ')}`), 'a list of products'),
    [],
  ),
  badIds: v.optional(v.picklist(['refuse', 'warn'], "'refuse' or 'warn'"), 'refuse'),
  onBadId: v.optional(aFunction),
  rateLimit: v.optional(aFunction),
  onIssue: v.optional(aFunction),
  onRefuse: v.optional(aFunction),
  onError: v.optional(aFunction),
  timeoutInMilliseconds: v.optional(aNumber(1, 0x7fff_ffff), 8000),
});

/** @throws Token04Error `ERR_TOKEN04_ARGUMENT` */
export function checkOptions(options: unknown): {
  allowedOrigins: string[];
  checkIds: IdProfile[];
  badIds: 'refuse' | 'warn';
  timeoutInMilliseconds: number;
} {
  const checked = checkFields(schema, options, 'options');
  // A list that is empty may come from a configuration; one that is absent was forgotten.
  const { checkIds, badIds, onBadId } = options as Partial<TokenHandlerOptions<Identity>>;
  if (checkIds === undefined && (badIds !== undefined || onBadId !== undefined)) {
    throw argumentError('checkIds', 'given where badIds or onBadId is', 'undefined');
  }
  return checked;
}
