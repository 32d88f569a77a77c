import { decodeToken04 } from '@token04/core';
import type { Mode } from '@token04/fixtures';
import { type Case, type Request, sequence } from './case.ts';
import { accepted, readBy } from './claims.ts';
import { clockCases } from './clock-cases.ts';
import type { Description } from './description.ts';
import { type Expectation, failure, ok, refusal } from './expectation.ts';
import { Fault } from './fault.ts';
import { askForToken, choose, made, type Order, requestFields } from './made-token.ts';
import { type ReadingOp, readingOps, readingRequest } from './reading-ops.ts';
import { stateHead } from './state-head.ts';
import {
  CLAIMS,
  CTIME,
  chosenIv,
  EXPIRE,
  ORDINARY,
  OTHER_SECRET,
  otherThan,
  SIMILAR_SECRETS,
  seal,
} from './tokens.ts';

/** Nothing of a request is left in the next: no service, user, IV, secret or refusal, and no clock. */
export function* stateCases(description: Description): Generator<Case> {
  for (const mode of description.verify) yield* verifyStates(mode, description);
  for (const mode of description.decode) yield* decodeStates(mode);
  for (const mode of description.generate) yield* generateStates(mode, description);
  for (const [op, mode] of readingOps(description)) yield similarSecretsCase(op, mode);
}

function* verifyStates(mode: Mode, { options = [] }: Description): Generator<Case> {
  const claims = { ...CLAIMS, payload: 'a payload' };
  const token = seal(mode, claims);
  const verify = (policy: { readonly [name: string]: unknown } = {}): Request => ({
    op: 'verify',
    fields: { token, serverSecret: ORDINARY.secret, now: CTIME, ...policy },
  });
  const good = [verify(), accepted(claims)] as const;
  const after = (name: string, policy: { [name: string]: unknown }, expected: Expectation): Case =>
    sequence(stateHead(`verify-${mode}/${name}`), [good, [verify(policy), expected], good]);

  yield after('user', { userId: 'root' }, failure('Mismatch'));
  yield after('user-met', { userId: claims.userId }, accepted(claims));
  yield after('app', { appId: claims.appId + 1 }, failure('Mismatch'));
  yield after('modes', { modes: [otherThan(mode)] }, failure('Mismatch'));
  yield after('time', { now: EXPIRE }, failure('Expired'));
  yield after('secret', { serverSecret: OTHER_SECRET }, failure('Decryption'));
  yield after('malformed', { token: '04' }, failure('Malformed'));
  if (options.includes('service')) yield after('service', { service: 'zim' }, failure('Mismatch'));
  if (options.includes('clockToleranceInSeconds')) {
    const late = verify({ now: EXPIRE + 1 });
    yield sequence(stateHead(`verify-${mode}/tolerance`), [
      [verify({ now: EXPIRE + 1, clockToleranceInSeconds: 60 }), accepted(claims)],
      [late, failure('Expired')],
    ]);
  }
  // The same again, in case what was good once is remembered.
  yield sequence(stateHead(`verify-${mode}/remembered`), [
    good,
    [verify({ now: EXPIRE }), failure('Expired')],
    [verify({ serverSecret: OTHER_SECRET }), failure('Decryption')],
    [verify({ userId: 'root' }), failure('Mismatch')],
    good,
  ]);
}

function* decodeStates(mode: Mode): Generator<Case> {
  const token = seal(mode, CLAIMS);
  const decode = (fields: { readonly [name: string]: unknown } = {}): Request => ({
    op: 'decode',
    fields: { token, serverSecret: ORDINARY.secret, ...fields },
  });
  const good = [decode(), readBy('decode', CLAIMS)] as const;
  const other = seal(mode, { ...CLAIMS, userId: '' }, { serverSecret: OTHER_SECRET });
  yield sequence(stateHead(`decode-${mode}/after-refusals`), [
    good,
    [decode({ serverSecret: OTHER_SECRET }), failure('Decryption')],
    good,
    [decode({ token: '04' }), failure('Malformed')],
    good,
    [decode({ serverSecret: '' }), refusal],
    good,
    [decode({ token: other, serverSecret: OTHER_SECRET }), ok('read', () => {})],
    good,
    [decode({ token: other }), failure('Decryption')],
    good,
  ]);
}

/** Tokens by similar secrets, each after each: a key that is kept is kept by the whole of its secret. */
function similarSecretsCase(op: ReadingOp, mode: Mode): Case {
  const one = (serverSecret: string) =>
    [
      readingRequest(op, seal(mode, CLAIMS, { serverSecret }), serverSecret),
      readBy(op, CLAIMS),
    ] as const;
  const pairs = SIMILAR_SECRETS.flatMap((first) =>
    SIMILAR_SECRETS.flatMap((second) => [one(first), one(second)]),
  );
  return sequence(stateHead(`${op}-${mode}/similar-secrets`), pairs);
}

function* generateStates(mode: Mode, { dialect, controls }: Description): Generator<Case> {
  const order: Order = { mode, input: ORDINARY, dialect, controls: {} };
  const request = (what: Order): Request => ({ op: 'generate', fields: requestFields(what) });
  const good = [request(order), made(order)] as const;
  const bad = { ...order, input: { ...ORDINARY, appId: 0 } };
  const other = { ...order, input: { ...ORDINARY, userId: 'root', payload: 'x' } };
  yield sequence(stateHead(`generate-${mode}/after-others`), [
    good,
    [request(bad), refusal],
    good,
    [request(other), made(other)],
    good,
  ]);
  for (const name of ['userId', 'serverSecret', 'appId', 'effectiveTimeInSeconds']) {
    const { [name]: _, ...fields } = requestFields(other);
    const lacking = [{ op: 'generate', fields }, refusal] as const;
    const before = [request(other), made(other)] as const;
    yield sequence(stateHead(`generate-${mode}/without-${name}`), [before, lacking, good]);
  }
  yield* clockCases(order);
  const chosen = choose(controls, { ctime: 1_600_000_000, nonce: 5, iv: chosenIv(mode, 3) });
  if (Object.keys(chosen).length > 0) yield controlsStickCase(order, chosen);
}

/** What was chosen for one token is not taken for the next. */
function controlsStickCase(order: Order, chosen: Order['controls']): Case {
  const controlled = { ...order, controls: chosen };
  return {
    ...stateHead(`generate-${order.mode}/controls`),
    alone: true,
    requests: [controlled, order, controlled, order].map((each) => ({
      op: 'generate',
      fields: requestFields(each),
    })),
    expects: 'what was chosen, and without a choice a new IV, a new nonce and the clock',
    async run({ ask }) {
      const tokens: string[] = [];
      for (const each of [controlled, order, controlled, order]) {
        tokens.push(await askForToken(ask, each));
      }
      if (tokens[1] === tokens[3] || tokens[1] === tokens[0]) {
        throw new Fault('what was chosen before is chosen again');
      }
      const nonces = [tokens[1], tokens[3]].map((token) => nonceOf(token, order.input.secret));
      if (nonces.every((nonce) => nonce === chosen.nonce)) {
        throw new Fault('the nonce that was chosen before is used again');
      }
      if (chosen.iv !== undefined && ivOf(tokens[1]) === chosen.iv) {
        throw new Fault('the IV that was chosen before is used again');
      }
    },
  };
}

function nonceOf(token: unknown, secret: string): number {
  return decodeToken04(String(token), secret).claims.nonce;
}

function ivOf(token: unknown): string {
  const body = Buffer.from(String(token).slice(2), 'base64');
  return body.subarray(10, 10 + body.readUInt16BE(8)).toString('hex');
}
