import { createDecipheriv } from 'node:crypto';
import type { Fields } from './case.ts';
import { decodings } from './decodings.ts';
import { SECRET_BYTES } from './limits.ts';

/** So many characters in a row are no accident. */
const SECRET_WINDOW = 8;
const TEXT_WINDOW = 12;
/** How much of a text is looked at, and of a secret: a program that shows one shows its beginning. */
const MAX_TEXT = 4096;

/**
 * What a text, such as an error's message, shows of a request's secret, token or plaintext. A part of
 * it counts, also in hex digits, in base64 or in another order.
 */
export function findLeak(fields: Fields, text: string): string | undefined {
  return text.length < SECRET_WINDOW ? undefined : leakFinder(text)(fields);
}

/** The same for one text and many requests. */
function leakFinder(text: string): (fields: Fields) => string | undefined {
  const seen = text.slice(0, MAX_TEXT);
  const texts = [seen, ...decodings(seen)];
  const short = windowsOf(texts, SECRET_WINDOW);
  const long = windowsOf(texts, TEXT_WINDOW);
  const shows = (windows: ReadonlySet<string>, length: number, confidential: string): boolean => {
    const cut = confidential.slice(0, MAX_TEXT);
    // As text, and as the bytes of its UTF-8, which is what was decoded.
    const bytes = Buffer.from(cut).toString('latin1');
    for (const window of windowsOf(bytes === cut ? [cut] : [cut, bytes], length)) {
      if (windows.has(window)) return true;
    }
    return false;
  };
  return ({ serverSecret, token, userId, payload }) => {
    if (short.size === 0) return undefined;
    const secrets = [serverSecret].flat().filter(isString);
    if (secrets.some((secret) => shows(short, SECRET_WINDOW, secret))) return 'the secret';
    if (long.size === 0) return undefined;
    if (isString(token) && shows(long, TEXT_WINDOW, token)) return 'the token';
    const plaintexts = [userId, payload, ...secrets.map((secret) => decrypt(token, secret))];
    const isShown = plaintexts.filter(isString).some((plain) => shows(long, TEXT_WINDOW, plain));
    return isShown ? 'the plaintext' : undefined;
  };
}

/** Digits alone tell nothing: a limit that a message names can stand in a token too. */
const TELLING = /[^-\d\s.,]/;

/** All parts of so many characters. */
function windowsOf(texts: readonly string[], length: number): Set<string> {
  const windows = new Set<string>();
  for (const text of texts) {
    for (let start = 0; start + length <= text.length; start++) {
      const part = text.slice(start, start + length);
      if (TELLING.test(part)) windows.add(part);
    }
  }
  return windows;
}

/** What a token holds, whether or not it is good: padding, tag and lengths are not looked at. */
function decrypt(token: unknown, secret: string): string | undefined {
  const key = Buffer.from(secret);
  if (!isString(token) || key.length !== SECRET_BYTES) return undefined;
  const body = Buffer.from(token.slice(2), 'base64');
  const isCbc = body[9] === 16;
  const iv = body.subarray(10, isCbc ? 26 : 22);
  const ciphertext = body.subarray(isCbc ? 28 : 24);
  try {
    const decipher = isCbc
      ? createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
      : createDecipheriv('aes-256-gcm', key, iv);
    return decipher.update(ciphertext).toString('utf8');
  } catch {
    // The IV has the length of no mode, so that nothing can be decrypted.
    return undefined;
  }
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

/** Looks for what was asked lately in what a testee writes to its stderr. */
export interface StderrWatch {
  sent(fields: Fields): void;
  seen(text: string): void;
  /** What was found, once each. */
  readonly leaks: ReadonlySet<string>;
}

/** A testee may write to stderr some answers later. */
const REMEMBERED = 128;
/** Enough to see whether it shows such things at all. */
const MAX_TEXTS = 200;

export function watchStderr(): StderrWatch {
  const recent: Fields[] = [];
  const leaks = new Set<string>();
  let texts = 0;
  return {
    leaks,
    sent(fields) {
      recent.push(fields);
      if (recent.length > REMEMBERED) recent.shift();
    },
    seen(text) {
      if (++texts > MAX_TEXTS) return;
      const find = leakFinder(text);
      for (const fields of recent) {
        const leak = find(fields);
        if (leak !== undefined) leaks.add(leak);
      }
    },
  };
}
