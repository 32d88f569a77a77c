import { hexToBytes } from '@noble/ciphers/utils.js';
import { isRecord } from '@token04/core/check';
import { encodeBase64 } from '@token04/core/format';
import { decodeBase64, endOfDigits, fromLatin1 } from '../base64.ts';
import { decodeUtf8 } from '../bytes.ts';
import type { FindingId } from '../finding-ids.ts';
import { type Json, parse } from '../json.ts';
import type { Found } from './unwrap.ts';

/** What the digits behind the version stand for: bytes, or JSON in place of a frame. */
export interface Body {
  readonly bytes?: Uint8Array;
  readonly json?: Json;
}

export const BASE64: RegExp = /^[A-Za-z0-9+/]*$/;
const BASE64_TEXT = /^(?:04)?[A-Za-z0-9+/_-]{40,}={0,2}$/;
const HEX_TEXT = /^(?=\D{0,99}\d)(?:04|0x)?(?:[0-9a-f]{2}){30,}$/i;
/** A body has both cases: of sixty digits without upper case there is one in 10^14. */
const LONG_ENOUGH = 60;
/** Zeros alone are letters of one case, too. */
const LEAST_LETTERS = 10;
const ELLIPSIS = /^[\w+/-]{2,}(?:\.{2,}|…|\*{3,})[\w+/=-]*$/;
/** Every body begins with four zero bytes, until the year 2106. */
const ZEROS = 'AAAAA';

/**
 * The bytes of a body, with what damaged it undone; undefined if that cannot be. What was encoded
 * once more than it should be, in whatever coding, is decoded until it is no text any more.
 */
export function readBody(digits: string, found: Found): Body | undefined {
  if (ELLIPSIS.test(digits)) return lost('shortened', found);
  let text = digits;
  if (text.startsWith(`04${ZEROS}`)) {
    found('version-twice');
    text = text.slice(2);
  }
  if (HEX_TEXT.test(text)) {
    found('hex-text');
    return unpack(fromHex(text), found, 'hex');
  }
  const base64 = cleanBase64(text, found);
  if (base64 === undefined) return undefined;
  const lostCase = caseLostBy(base64);
  if (lostCase) return lost('case-lost', found, { case: lostCase });
  const bytes = decodeBase64(base64);
  const body = unpack(bytes, found, 'base64');
  if (body?.bytes === bytes) comparePadding(base64, bytes, found);
  return body;
}

/** Base64 in base64, hex in base64, JSON in base64, or bytes that were taken for text. */
function unpack(bytes: Uint8Array, found: Found, from: 'base64' | 'hex'): Body | undefined {
  const text = decodeUtf8(bytes);
  if (text === undefined) return { bytes };
  const json = parse(text);
  if (isRecord(json)) return { json };
  if (HEX_TEXT.test(text)) {
    found('hex-text');
    return unpack(fromHex(text), found, 'hex');
  }
  const unquoted = typeof json === 'string' ? json : text;
  if (BASE64_TEXT.test(unquoted.trim())) {
    const inner = unquoted.trim();
    if (from === 'base64') found('base64-twice');
    const bytesInside = decodeBase64(inner.replace(/^04/, ''));
    return unpack(bytesInside, found, 'base64');
  }
  return mangled(text, bytes, found);
}

/** Bytes that went through a decoder of text: as Latin-1 they can be had back, as UTF-8 they are lost. */
function mangled(text: string, bytes: Uint8Array, found: Found): Body | undefined {
  if (text.includes('\ufffd')) return lost('utf8-mangled', found);
  if (bytes.length === text.length || /[^\0-\xff]/.test(text)) return { bytes };
  found('utf8-mangled');
  return { bytes: fromLatin1(text) };
}

function caseLostBy(base64: string): 'lower' | 'upper' | undefined {
  const isLower = base64 === base64.toLowerCase();
  if (base64.length < LONG_ENOUGH || (!isLower && base64 !== base64.toUpperCase()))
    return undefined;
  if (new Set(base64.replace(/[^a-z]/gi, '')).size < LEAST_LETTERS) return undefined;
  return isLower ? 'lower' : 'upper';
}

function lost(id: FindingId, found: Found, values?: Parameters<Found>[1]): undefined {
  found(id, values);
  return undefined;
}

/** Base64 of the standard alphabet, with what damaged it undone; undefined if that cannot be. */
function cleanBase64(base64: string, found: Found): string | undefined {
  let text = base64;
  const change = (id: FindingId, pattern: RegExp, replace: (match: string) => string): void => {
    const changed = text.replace(pattern, replace);
    if (changed !== text) found(id);
    text = changed;
  };
  change('line-breaks', /[ \t]{0,9}(?:[\r\n\t]|\\r|\\n)[ \t]*/g, () => '');
  change('json-escapes', /\\(?:\/|u00(?:2b|2f|3d))/gi, (sequence) => JSON.parse(`"${sequence}"`));
  change('plus-as-blank', / /g, () => '+');
  change('url-alphabet', /[-_]/g, (digit) => (digit === '-' ? '+' : '/'));

  const digits = text.slice(0, endOfDigits(text));
  if (BASE64.test(digits)) return text;
  const count = digits.replace(/[A-Za-z0-9+/]/g, '').length;
  found('foreign-characters', { count });
  return undefined;
}

function comparePadding(body: string, bytes: Uint8Array, found: Found): void {
  const canonical = encodeBase64(bytes);
  if (canonical === body) return;
  const isSame = canonical.slice(0, endOfDigits(canonical)) === body.slice(0, endOfDigits(body));
  found(isSame ? 'padding-missing' : 'base64-not-canonical');
}

/** The version in front of a body, which begins with zeros, is not part of it. */
function fromHex(text: string): Uint8Array {
  return hexToBytes(text.replace(/^(?:0x|04(?=0{8}))/i, ''));
}
