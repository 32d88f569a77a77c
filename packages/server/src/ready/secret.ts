import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Logger } from 'pino';
import * as v from 'valibot';
import type { SecretRule } from './secret-rules.ts';

/** A secret that may change while the server runs. */
export interface Secret {
  now(): string;
  /** Reads it again; the last good one stays where that fails. */
  reload(): Promise<void>;
  end(): void;
}

const LOOK_MILLISECONDS = 2000;
const OTHERS_MAY_WRITE = 0o002;
/** More than any secret or URL has. What is longer is a mistake, and is not read. */
const MAX_FILE_BYTES = 65_536;
/** Without waiting: to open a pipe would wait for a writer, and keep the process from ending. */
const READ_ONLY = constants.O_RDONLY | constants.O_NONBLOCK;

export function fixedSecret(secret: string): Secret {
  return { now: () => secret, reload: async () => {}, end: () => {} };
}

/**
 * A secret in a file, which is read again and again: its times would not tell whether the last look
 * failed, and mounted secrets are swapped by symbolic links.
 */
export function secretInFile(path: string, rule: SecretRule, log: Logger): Secret {
  let secret = readSecretFile(path, rule);
  // Each is told once, until it changes.
  let failure: string | undefined;
  let isOpenToOthers = false;

  async function look(): Promise<void> {
    try {
      const { stats, bytes } = await readSmallFile(path);
      warnOfMode(stats);
      const next = secretOf(bytes, rule);
      const failedBefore = failure !== undefined;
      failure = undefined;
      if (next !== secret) {
        secret = next;
        log.info({ path }, 'secret rotated');
      } else if (failedBefore) {
        log.info({ path }, 'the file of a secret can be read again, and holds the one in use');
      }
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === failure) return;
      failure = reason;
      log.error({ path, reason }, 'secret not rotated; it will be tried again');
    }
  }
  function warnOfMode({ mode }: Stats): void {
    // Windows has other rights, of which the mode says nothing.
    if (process.platform === 'win32') return;
    const wasOpen = isOpenToOthers;
    isOpenToOthers = (mode & OTHERS_MAY_WRITE) !== 0;
    if (isOpenToOthers && !wasOpen) {
      log.warn({ path }, 'every user of this machine may write the file of a secret');
    }
  }

  let looking = look();
  let next: Promise<void> | undefined;
  /** One look after the one that is on its way sees all that was written until now. */
  const reload = (): Promise<void> => {
    next ??= looking.then(() => {
      next = undefined;
      looking = look();
      return looking;
    });
    return next;
  };
  const timer = setInterval(reload, LOOK_MILLISECONDS).unref();
  return { now: () => secret, reload, end: () => clearInterval(timer) };
}

/**
 * A file's text without the line end at its end.
 *
 * @throws Error whose message says what is wrong with the file, and holds nothing of its content
 */
export function readSecretFile(path: string, rule: SecretRule): string {
  try {
    return secretOf(readSmallFileNow(path), rule);
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

async function readSmallFile(path: string): Promise<{ stats: Stats; bytes: Buffer }> {
  const file = await open(path, READ_ONLY);
  try {
    const stats = await file.stat();
    checkSmall(stats);
    return { stats, bytes: await file.readFile() };
  } finally {
    await file.close();
  }
}

function readSmallFileNow(path: string): Buffer {
  const file = openSync(path, READ_ONLY);
  try {
    checkSmall(fstatSync(file));
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** @throws UnreadableFile for a pipe or a device, which may never end, and for what is too long */
function checkSmall(stats: Stats): void {
  if (!stats.isFile()) throw new UnreadableFile('not a file');
  if (stats.size > MAX_FILE_BYTES) throw new UnreadableFile(`more than ${MAX_FILE_BYTES} bytes`);
}

class UnreadableFile extends Error {
  readonly code: string;

  constructor(code: string) {
    super();
    this.code = code;
  }
}

/** @throws UnusableSecret */
function secretOf(bytes: Buffer, rule: SecretRule): string {
  const content = bytes.toString('utf8').replace(/\r?\n$/, '');
  const { success, issues } = v.safeParse(rule, content, { abortPipeEarly: true });
  if (!success) throw new UnusableSecret(issues[0].message);
  return content;
}

class UnusableSecret extends Error {}

function reasonOf(error: unknown): string {
  if (error instanceof UnusableSecret) return `holds what is no such secret: it ${error.message}`;
  return `cannot be read (${systemCode(error)})`;
}

export function systemCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
