import { createDecipheriv } from 'node:crypto';
import type { Fields } from './case.ts';

/** So many characters in a row are no accident. */
const SECRET_WINDOW = 8;
const TEXT_WINDOW = 12;

/**
 * What of a request stands in a text that it must not stand in, such as an error's message; a part
 * of it counts.
 */
export function findLeak(
  { serverSecret, token, userId, payload }: Fields,
  text: string,
): string | undefined {
  if (text.length < SECRET_WINDOW) return undefined;
  const secrets = [serverSecret].flat().filter(isString);
  if (secrets.some((secret) => shares(text, secret, SECRET_WINDOW))) return 'the secret';
  if (text.length < TEXT_WINDOW) return undefined;
  if (isString(token) && shares(text, token, TEXT_WINDOW)) return 'the token';
  const plaintexts = [userId, payload, ...secrets.map((secret) => decrypt(token, secret))];
  const shown = plaintexts.filter(isString).some((plain) => shares(text, plain, TEXT_WINDOW));
  return shown ? 'the plaintext' : undefined;
}

/** Whether so many characters in a row are in both. */
function shares(text: string, confidential: string, length: number): boolean {
  for (let start = 0; start + length <= text.length; start++) {
    const part = text.slice(start, start + length);
    // A limit that a message names can stand in a token's numbers too.
    if (/[^-\d\s.,]/.test(part) && confidential.includes(part)) return true;
  }
  return false;
}

/** What a token holds, whether or not it is good: padding, tag and lengths are not looked at. */
function decrypt(token: unknown, secret: string): string | undefined {
  const key = Buffer.from(secret);
  if (!isString(token) || key.length !== 32) return undefined;
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
    // No IV of a mode: nothing was encrypted so.
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
const REMEMBERED = 256;
const MAX_TEXT = 4096;

export function watchStderr(): StderrWatch {
  const recent: Fields[] = [];
  const leaks = new Set<string>();
  return {
    leaks,
    sent(fields) {
      recent.push(fields);
      if (recent.length > REMEMBERED) recent.shift();
    },
    seen(text) {
      const part = text.slice(0, MAX_TEXT);
      for (const fields of recent) {
        const leak = findLeak(fields, part);
        if (leak !== undefined) leaks.add(leak);
      }
    },
  };
}
