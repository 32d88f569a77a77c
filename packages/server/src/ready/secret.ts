import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Logger } from 'pino';
import * as v from 'valibot';

export const serverSecret = v.pipe(
  v.string('must be a string'),
  v.bytes(32, 'must have 32 bytes (the server secret, not the AppSign)'),
);
export const jwtSecret = v.pipe(
  v.string('must be a string'),
  v.minBytes(32, 'must have 32 bytes or more'),
);

export type SecretRule = typeof serverSecret | typeof jwtSecret;

/** A secret that may change while the server runs. */
export interface Secret {
  now(): string;
  /** Reads it again; the last good one stays where that fails. */
  reload(): void;
  end(): void;
}

const POLL_MILLISECONDS = 2000;

export function fixedSecret(secret: string): Secret {
  return { now: () => secret, reload: () => {}, end: () => {} };
}

/** A secret in a file, followed by polling: mounted secrets are swapped by symbolic links. */
export function secretInFile(path: string, rule: SecretRule, log: Logger): Secret {
  let secret = readSecretFile(path, rule);
  const reload = (): void => {
    try {
      const next = readSecretFile(path, rule);
      if (next === secret) return;
      secret = next;
      log.info({ path }, 'secret rotated');
    } catch (error) {
      log.error({ path, reason: (error as Error).message }, 'secret not rotated');
    }
  };
  watchFile(path, { interval: POLL_MILLISECONDS, persistent: false }, reload);
  return { now: () => secret, reload, end: () => unwatchFile(path, reload) };
}

/**
 * A file's text without the newline at its end.
 *
 * @throws Error whose message says what is wrong with the file, and holds nothing of its content
 */
export function readSecretFile(path: string, rule: SecretRule): string {
  let content: string;
  try {
    content = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new Error(`cannot be read (${systemCode(error)})`);
  }
  const { success, issues } = v.safeParse(rule, content);
  if (success) return content;
  throw new Error(`holds what is no such secret: it ${issues[0].message}`);
}

export function systemCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
