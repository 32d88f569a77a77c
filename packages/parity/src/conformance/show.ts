import { toAscii } from '../ascii.ts';
import { requestLine } from '../testee-lines.ts';
import { EVERYTHING, fixedCases } from './all-cases.ts';
import type { Case, Request } from './case.ts';
import type { Description } from './description.ts';
import { plaintextOfRequest } from './plaintext-of-request.ts';
import { randomCase } from './random-cases.ts';

/** A line for each case that is not random: id, level and section. */
export function listCases(only: string, description: Description = EVERYTHING): string[] {
  return casesOf(description)
    .filter(({ id }) => id.startsWith(only))
    .map(({ id, level, section }) => `${id}\t${level}\t${section}`);
}

/** What a case asks and expects, in lines; undefined where there is no such case. */
export function showCase(id: string, description: Description = EVERYTHING): string[] | undefined {
  const found = findCase(id, description);
  if (found === undefined) return undefined;
  const { level, section, expects, requests } = found;
  return [
    `${id}: ${level}, ${section}`,
    `expected: ${expects}`,
    ...requestLines(requests),
    ...plaintextLines(requests),
  ];
}

/** What is in the tokens that are sent, which nobody can read off a line. */
function plaintextLines(requests: readonly Request[]): string[] {
  return requests.flatMap(({ fields, id }, index) => {
    const plaintext = plaintextOfRequest(fields);
    return plaintext === undefined ? [] : [`decrypted ${id ?? index + 1}: ${plaintext}`];
  });
}

/** The lines that are sent, in ASCII, so that one sees what is in them. */
export function requestLines(requests: readonly Request[]): string[] {
  return requests.map(({ op, fields, id }, index) =>
    toAscii(requestLine(id ?? index + 1, op, fields)),
  );
}

function findCase(id: string, description: Description): Case | undefined {
  const random = /^random\/.*\/seed-(\d+)-case-(\d+)$/.exec(id);
  if (random === null) return casesOf(description).find((one) => one.id === id);
  const found = randomCase(description, Number(random[1]), Number(random[2]));
  return found?.id === id ? found : undefined;
}

function casesOf(description: Description): Case[] {
  return [...fixedCases(description)];
}
