import { Token04Error, verifyToken04 } from '@token04/core/web';
import { afterAll, expect, it } from 'vitest';
import { diagnose, FINDING_IDS, type FindingId } from '../src/index.ts';
import { cases, optionsOf } from './cases/index.ts';
import { SECRET } from './make.ts';

/** The client codes with which the core refuses the input, or undefined if it accepts it. */
async function coreCodes(input: string, options: object): Promise<number[] | undefined> {
  try {
    await verifyToken04(input, options as Parameters<typeof verifyToken04>[1]);
    return undefined;
  } catch (error) {
    if (error instanceof Token04Error) return error.clientCodes ?? [];
    throw error;
  }
}

const known = Object.entries(cases).flatMap(([id, each]) => each.map((one) => ({ id, one })));
/** The findings of which the codes were compared with the core's. */
const compared = new Set<string>();

it.each(known)('$id, $one.title: the codes are those of verifyToken04', async ({ id, one }) => {
  const { serverSecret, appId, userId, now, clockToleranceInSeconds, service } = optionsOf(one);
  const verifying = Object.fromEntries(
    Object.entries({ appId, userId, now, clockToleranceInSeconds }).filter(
      ([, v]) => v !== undefined,
    ),
  );
  const secrets = [serverSecret ?? SECRET].flat();
  const codes = await coreCodes(one.input.split('#')[0] ?? '', {
    // The core takes none of another length, and says so of the argument.
    serverSecret: secrets.every((secret) => Buffer.byteLength(secret) === 32) ? secrets : SECRET,
    ...verifying,
    ...(service === 'zim' && { service }),
  });
  const { findings } = await diagnose(one.input, { ...optionsOf(one), serverSecret: secrets });
  if (OF_THEIR_OWN.includes(id)) return;
  if (codes === undefined) {
    const faults = findings.filter((each) => each.severity === 'error' && isOfCore(each.id));
    expect(faults).toEqual([]);
    return;
  }
  const [first] = findings.filter((each) => each.clientCodes.length > 0);
  expect(first?.clientCodes).toEqual(codes);
  for (const each of findings) compared.add(each.id);
});

afterAll(() => {
  const missed = FINDING_IDS.filter(
    (id) => isOfCore(id) && !OF_THEIR_OWN.includes(id) && !compared.has(id) && !isNote(id),
  );
  expect(missed).toEqual([]);
});

/** verifyToken04 judges no room, no kit token and no ID profile, and of the products only ZIM. */
function isOfCore(id: FindingId): boolean {
  return !OF_OTHERS.test(id) && !OF_THE_SECRET.includes(id);
}

function isNote(id: FindingId): boolean {
  const one = cases[id][0];
  return (one.severity ?? 'error') !== 'error' && !WITH_CODES.includes(id);
}

const OF_OTHERS =
  /^(?:payload-(?!object$)|privilege|stream-|room-|login-|publish-|kit-|product-|user-id-profile)/;
// The secret that was given is wrong: the core refuses it as an argument, and not the token.
const OF_THE_SECRET: readonly string[] = ['secret-is-app-sign', 'secret-length', 'wrong-secret'];
// Only warnings, but with codes: an SDK refuses a token with something around it.
const WITH_CODES: readonly string[] = [
  'quotes',
  'bearer',
  'text-around',
  'several-tokens',
  'in-url',
];
// The core refuses any text that is no token; of these a client shows other codes, or none.
const OF_THEIR_OWN = ['empty', 'not-set', 'client-code'];
