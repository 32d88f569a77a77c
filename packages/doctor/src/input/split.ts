import { isRecord } from '@token04/core/check';
import { type Json, parse } from '../json.ts';
import { insteadOfText, insteadOfToken } from './instead.ts';
import { unwrap } from './unwrap.ts';

/** Where a token begins. Every body begins with four zero bytes, until the year 2106. */
const START = /(?<![\w+/%-])04(?:AAAAA|[A-Za-z0-9+/_-]{60,})/g;
/** A token that stands in other text ends with what is no digit of base64. */
const TOKEN =
  /^04(?:[\w+/\\%-]|[ \t]{0,9}[\r\n]{1,2}[ \t]{0,9}(?=[\w+/]{4,}={0,2}[ \t]*(?:$|[\r\n])))+={0,2}(?:#[\w+/%-]+={0,2})*/;
/** Beyond this nobody reads a judgement of each. */
const MOST_PIECES = 1000;

/**
 * The tokens in what was pasted, one a piece: the lines of a file, the strings of JSON, or what
 * stands in a log. The whole, as one piece, where there is not more than one. `diagnoseAll` looks at
 * these; whoever wants to do something else in between calls `diagnose` for each.
 *
 * @example
 * ```js
 * import { splitTokens } from '@token04/doctor';
 *
 * splitTokens('["03AAAAAGVT", "undefined"]'); // → ['03AAAAAGVT', 'undefined']
 * ```
 */
export function splitTokens(input: string): string[] {
  const text = input.trim();
  const pieces = ofJson(parse(text)) ?? ofLines(text) ?? ofText(text);
  return pieces.length > 1 ? pieces.slice(0, MOST_PIECES) : [input];
}

/** The elements of an array, or the strings in an object that hold a token. */
function ofJson(json: unknown): string[] | undefined {
  if (Array.isArray(json)) {
    // Bytes in an array are one thing, not many, and an array in an array is no list of tokens.
    if (json.every((element) => typeof element === 'number') || json.some(Array.isArray)) {
      return undefined;
    }
    return json.flatMap((element) => (isRecord(element) ? tokensIn(element) : [asText(element)]));
  }
  if (!isRecord(json)) return undefined;
  const tokens = tokensIn(json);
  return tokens.length > 1 ? tokens : undefined;
}

function asText(element: unknown): string {
  return typeof element === 'string' ? element : String(JSON.stringify(element));
}

function tokensIn(json: Json): string[] {
  const tokens: string[] = [];
  const walk = (value: unknown, depth: number): void => {
    if (depth > 32) return;
    if (typeof value === 'string' && value.search(START) >= 0) tokens.push(value);
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) walk(inner, depth + 1);
    }
  };
  walk(json, 0);
  return tokens;
}

/** One a line, where every line is something for itself: a token, or what somebody took for one. */
function ofLines(text: string): string[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const isList =
    lines.length > 1 &&
    lines.some((line) => startsOf(line).length > 0) &&
    lines.every((line) => startsOf(line).length === 1 || isSomething(line));
  return isList ? lines : undefined;
}

function isSomething(line: string): boolean {
  const text = unwrap(line.trim(), () => {});
  return (insteadOfText(text) ?? insteadOfToken(text)) !== undefined;
}

/** From each beginning as far as its digits go. */
function ofText(text: string): string[] {
  const starts = startsOf(text);
  if (starts.length < 2) return [text];
  const pieces = starts.map((start, index) => text.slice(start, starts[index + 1]));
  const tokens = pieces.map((piece) => TOKEN.exec(piece)?.[0] ?? piece);
  // Two that adjoin are one string, as a client would pass it.
  const areJoined = tokens.slice(0, -1).some((token, index) => token === pieces[index]);
  return areJoined ? [text] : tokens;
}

function startsOf(text: string): number[] {
  return [...text.matchAll(START)].map(({ index }) => index);
}
