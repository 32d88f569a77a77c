import { MAX_TOKEN_LENGTH, readFrame, VERSION } from '@token04/core/format';
import { endOfDigits } from '../base64.ts';
import type { FindingId } from '../finding-ids.ts';
import { type Finding, finding } from '../findings.ts';
import { fits } from '../frame/frame.ts';
import type { Json } from '../json.ts';
import { BASE64, readBody } from './body.ts';
import { type InputKind, type Instead, insteadOfText, insteadOfToken, JWT } from './instead.ts';
import { type Found, unwrap } from './unwrap.ts';

export type { InputKind } from './instead.ts';

/** The input, cleaned of what happened to it on the way. */
export interface Shape {
  readonly kind: InputKind;
  readonly findings: readonly Finding[];
  /** The body of a token, in whatever state. */
  readonly bytes?: Uint8Array;
  /** What stands in place of a frame. */
  readonly json?: Json;
  /** What follows the `#` of a kit token. */
  readonly kitPart?: string;
}

/** `%2B` is longer than `+`, and a kit token has a part more. */
const MAX_INPUT_LENGTH = 2 * MAX_TOKEN_LENGTH;
const MAX_BODY_BYTES = (MAX_TOKEN_LENGTH / 4) * 3;

/** How base64 begins that was made of 04 and the body, which begins with zeros. */
const VERSION_INSIDE = 'MDQAAAAA';

/** The version, or what stands there where it was read by eye, typed, or taken for a number. */
const VERSION_LIKE = /^(?:04|(?:[OoＯ０]?[4４]|0)(?=AAAAA))/;
/** A byte order mark, also where its UTF-8 was read as Latin-1. */
const MARK = /^\s*(?:\ufeff|ï»¿)/;

/** What the input is, and what happened to it on the way. */
export function readShape(input: string): Shape {
  const findings: Finding[] = [];
  const found = (id: FindingId, values?: Finding['values']): void => {
    findings.push(finding(id, values));
  };
  const is = ({ kind = 'text', id, values }: Instead): Shape => {
    found(id, values);
    return { kind, findings };
  };

  const unmarked = input.replace(MARK, '');
  const trimmed = unmarked.trim();
  const { length } = trimmed;
  if (length === 0) return is({ kind: 'empty', id: 'empty' });
  if (length > MAX_INPUT_LENGTH) return is({ kind: 'unknown', id: 'too-long', values: { length } });
  if (trimmed !== unmarked) found('blanks-around');
  const text = insteadOfText(trimmed) ?? unwrap(trimmed, found);
  if (typeof text !== 'string') return is(text);
  if (unmarked !== input) {
    // As all that stands around a token, it does not make the token itself bad.
    findings.push(finding('invisible-characters', { count: 1, is: 'mark' }, 'warning'));
  }
  if (text === '') return is({ kind: 'empty', id: 'empty' });
  const instead = insteadOfText(text) ?? insteadOfToken(text);
  if (instead) return is(instead);

  const [token = '', kitPart, ...more] = text.split('#');
  const kit = kitPart === undefined ? undefined : { kitPart };
  if (kit && JWT.test(token)) return is({ kind: 'kit-token', id: 'jwt-in-kit-token' });
  if (more.some((part) => part !== '')) found('kit-wrapped-twice');
  return { findings, ...bodyOf(token, kit ? 'kit-token' : 'token04', found), ...kit };
}

/** The body of what may be a token. Without a version it has to be whole. */
function bodyOf(
  token: string,
  kind: InputKind,
  found: Found,
): Pick<Shape, 'kind' | 'bytes' | 'json'> {
  const version = VERSION_LIKE.exec(token)?.[0] ?? '';
  if (version && version !== VERSION) found('version-missing', { has: version });
  const isVersioned = version !== '';
  const isDigits = /^[\w+/=-]{40,}$/.test(token) || BASE64.test(token.slice(0, endOfDigits(token)));
  if (!isVersioned && !isDigits) {
    found('not-a-token');
    return { kind: 'unknown' };
  }
  const before: Parameters<Found>[] = [];
  const body = readBody(token.slice(version.length), (...each) => before.push(each));
  const bytes = body?.bytes;
  if (!isVersioned && !(bytes && isWhole(bytes)) && !token.startsWith(VERSION_INSIDE)) {
    found('not-a-token');
    return { kind: 'unknown' };
  }
  if (bytes && bytes.length > MAX_BODY_BYTES) {
    found('too-long', { length: token.length });
    return { kind: 'unknown' };
  }
  for (const each of before) found(...each);
  // In base64 that was made twice, or in hex, the version may be inside.
  if (!isVersioned && !before.some(([id]) => id === 'base64-twice' || id === 'hex-text')) {
    found('version-missing');
  }
  return { kind, ...body };
}

/** Any base64 has two lengths in it; it is a token's body only if these make sense. */
function isWhole(bytes: Uint8Array): boolean {
  const frame = readFrame(bytes);
  return frame.missing === 0 && fits(frame) && frame.surplus === 0;
}
