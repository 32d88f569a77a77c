import { decodeToken04, type Token04Claims } from '@token04/core';
import { type Input, loadCases, type Mode } from '@token04/fixtures';
import type { Testee } from '../testee.ts';
import { expectClaims } from './claims.ts';
import { askDescription, type Description } from './description.ts';
import { expectOk } from './expectation.ts';
import { Fault, Unsupported } from './fault.ts';
import { outcomeFor } from './generate-case.ts';
import { askForToken } from './made-token.ts';
import { randomInput } from './random-cases.ts';
import { randomSource } from './random-source.ts';

/** How one testee reads the tokens of another, or its own. */
export interface Pair {
  maker: string;
  reader: string;
  mode: Mode;
  /** How many tokens there were, and how many of them were read, with the same claims. */
  tokens: number;
  read: number;
}

export interface PairsOptions {
  /** How many tokens of random inputs each makes in each mode, beside the fixtures' inputs. */
  cases?: number;
  seed?: number;
}

interface Partner {
  testee: Testee;
  description: Description;
}

interface Made {
  token: string;
  serverSecret: string;
  claims: Token04Claims;
}

/**
 * Has every testee that can read a mode read the tokens of every testee that makes it: of the
 * fixtures' inputs and of random ones, those that the maker takes. Ends the testees.
 *
 * @throws TesteeError where one fails, TypeError where one does not describe itself (as a
 * rejection).
 */
export async function checkPairs(
  testees: readonly Testee[],
  options: PairsOptions = {},
): Promise<Pair[]> {
  const inputs = [...fixedInputs(), ...randomInputs(options)];
  try {
    const partners = await Promise.all(testees.map(introduce));
    const pairs: Pair[] = [];
    for (const maker of partners) {
      for (const mode of maker.description.generate) {
        const made = await makeTokens(maker, mode, inputs);
        const readers = partners.filter(({ description }) => description.decode.includes(mode));
        const read = await Promise.all(readers.map((reader) => readTokens(reader, made)));
        for (const [index, reader] of readers.entries()) {
          pairs.push({
            maker: maker.description.name,
            reader: reader.description.name,
            mode,
            tokens: made.length,
            read: read[index] as number,
          });
        }
      }
    }
    return pairs;
  } finally {
    await Promise.all(testees.map((testee) => testee.end()));
  }
}

async function introduce(testee: Testee): Promise<Partner> {
  const description = await askDescription(testee.request);
  if (typeof description === 'string') {
    throw new TypeError(`the description is not valid: ${description}`);
  }
  return { testee, description };
}

function fixedInputs(): Input[] {
  return loadCases()
    .cases.map(({ input }) => input)
    .filter((input) => outcomeFor(input) === 'accept');
}

function randomInputs({ cases = 0, seed = 0 }: PairsOptions): Input[] {
  const random = randomSource(seed);
  return Array.from({ length: cases }, () => randomInput(random));
}

async function makeTokens(
  { testee }: Partner,
  mode: Mode,
  inputs: readonly Input[],
): Promise<Made[]> {
  const tokens = await Promise.all(
    inputs.map((input) =>
      unlessFault(askForToken(testee.request, { mode, input, dialect: null, controls: {} })),
    ),
  );
  return inputs.flatMap(({ secret: serverSecret }, index) => {
    const token = tokens[index];
    if (token === undefined) return [];
    return [{ token, serverSecret, claims: decodeToken04(token, serverSecret).claims }];
  });
}

async function readTokens({ testee }: Partner, made: readonly Made[]): Promise<number> {
  const read = await Promise.all(
    made.map(({ token, serverSecret, claims }) => {
      const check = async (): Promise<true> => {
        const answer = await testee.request('decode', { token, serverSecret });
        expectClaims(expectOk(answer)['claims'], claims);
        return true;
      };
      return unlessFault(check());
    }),
  );
  return read.filter(Boolean).length;
}

async function unlessFault<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Fault || error instanceof Unsupported) return undefined;
    throw error;
  }
}
