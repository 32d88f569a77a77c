import { decodeToken04 } from '@token04/core';
import type { Input } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import type { Testee } from '../testee.ts';
import { type Case, must, single } from './case.ts';
import { expectClaims } from './claims.ts';
import { ok } from './expectation.ts';
import { Fault } from './fault.ts';
import { generateCase } from './generate-case.ts';
import { MAX_APP_ID, MAX_PORTABLE_TTL, MAX_PORTABLE_USER_ID } from './limits.ts';
import type { Order } from './made-token.ts';
import type { Result } from './record.ts';
import type { Conformance } from './run.ts';
import { requestLines } from './show.ts';
import { seal } from './tokens.ts';

/** How long a smaller example of each kind is looked for, in milliseconds. */
const PATIENCE = 5000;

/**
 * For the first random failure of each kind a smaller one, by fast-check, as the line that was sent.
 * Nothing for a testee that crashes or hangs: it would have to be started again each time.
 */
export async function shrinkRandomFailures(
  { results, description }: Conformance,
  start: () => Testee,
): Promise<string[]> {
  const first = new Map<string, Result>();
  for (const result of results) {
    const kind = /^random\/([a-z-]+)\//.exec(result.id)?.[1];
    if (kind === undefined || result.verdict !== 'fail') continue;
    if (!first.has(kind)) first.set(kind, result);
  }
  if (first.size === 0 || description === undefined) return [];
  const testee = start();
  const lines: string[] = [];
  try {
    for (const result of first.values()) {
      const smaller = await shrink(result, description.dialect, testee);
      if (smaller === undefined) continue;
      const [line] = requestLines(smaller.requests);
      lines.push(`${result.id} fails so too: ${line}`);
    }
  } finally {
    await testee.end();
  }
  return lines;
}

/** What fast-check can make smaller: an input with controls, or claims that are sealed anew. */
type Example = Input & { ctime: number; nonce: number };

async function shrink(
  { id, requests }: Result,
  dialect: Order['dialect'],
  { request }: Testee,
): Promise<Case | undefined> {
  const fields = requests?.[0]?.fields;
  const make = caseMaker(id, fields, dialect);
  if (fields === undefined || make === undefined) return undefined;
  // It takes a second to load, which a run without failures need not wait for.
  const { default: fc } = await import('fast-check');
  let smallest: Case | undefined;
  const fails = async (example: Example): Promise<void> => {
    const one = make(example);
    try {
      await one.run({ ask: request, startMore: () => [], restart: async () => {} });
    } catch (error) {
      if (error instanceof Fault) smallest = one;
      throw error;
    }
  };
  const text = fc.string({ unit: 'binary' });
  const arbitrary = fc.record({
    appId: fc.integer({ min: 1, max: MAX_APP_ID }),
    userId: text.filter((user) => user.length > 0 && user.length <= MAX_PORTABLE_USER_ID),
    secret: fc.constant(String(fields['serverSecret'])),
    effectiveTimeInSeconds: id.startsWith('random/decode')
      ? fc.integer({ min: -(2 ** 34), max: 2 ** 34 })
      : fc.integer({ min: 1, max: MAX_PORTABLE_TTL }),
    payload: text,
    ctime: fc.integer({ min: 0, max: 2 ** 33 }),
    nonce: fc.integer(),
  });
  const example = exampleOf(fields, id);
  await fc.check(fc.asyncProperty(arbitrary, fails), {
    numRuns: 1,
    examples: [[example]],
    interruptAfterTimeLimit: PATIENCE,
  });
  return smallest;
}

function caseMaker(
  id: string,
  fields: Case['requests'][number]['fields'] | undefined,
  dialect: Order['dialect'],
): ((example: Example) => Case) | undefined {
  const [, kind = '', mode = ''] =
    /^random\/(generate|controlled|decode)-(cbc|gcm)\//.exec(id) ?? [];
  if (fields === undefined || (mode !== 'cbc' && mode !== 'gcm')) return undefined;
  if (kind === 'decode') {
    return ({ appId, userId, payload, ctime, nonce, secret, effectiveTimeInSeconds }) => {
      const expire = ctime + effectiveTimeInSeconds;
      const claims = { appId, userId, payload, ctime, nonce, expire };
      const token = seal(mode, dialects.node(claims), { expire, serverSecret: secret });
      const read = ok('read', (answer) => expectClaims(answer['claims'], claims));
      return single(must(id, ''), { op: 'decode', fields: { token, serverSecret: secret } }, read);
    };
  }
  const chosen = ['ctime', 'nonce', 'iv'].filter((name) => Object.hasOwn(fields, name));
  return ({ ctime, nonce, ...input }) => {
    const values: { [name: string]: unknown } = { ctime, nonce, iv: fields['iv'] };
    const controls = Object.fromEntries(chosen.map((name) => [name, values[name]]));
    return generateCase(must(id, ''), { mode, input, dialect, controls }, 'accept');
  };
}

/** What was asked for; of a token, what is in it. */
function exampleOf(fields: Case['requests'][number]['fields'], id: string): Example {
  const secret = String(fields['serverSecret']);
  if (!id.startsWith('random/decode')) {
    const { appId, userId, effectiveTimeInSeconds, payload, ctime = 0, nonce = 0 } = fields;
    return { appId, userId, secret, effectiveTimeInSeconds, payload, ctime, nonce } as Example;
  }
  const { claims } = decodeToken04(String(fields['token']), secret);
  const { ctime, expire, ...rest } = claims;
  return { ...rest, secret, ctime, effectiveTimeInSeconds: expire - ctime };
}
