import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { UsageError } from './usage-error.ts';

const MAX_BYTES = 1_000_000;

/** The token: what was given, or stdin for `-`. */
export async function readToken(argument: string): Promise<string> {
  return argument === '-' ? await readStdin() : argument;
}

export async function readStdin(): Promise<string> {
  return await readText(process.stdin, 'stdin');
}

/** `name` says in errors which file it is; its path may be confidential. */
export async function readTextFile(path: string, name: string): Promise<string> {
  return await readText(createReadStream(path), name);
}

/** The whole text without its last line end, which `echo` and editors add. */
async function readText(stream: Readable, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > MAX_BYTES) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new UsageError(`${name} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  if (size > MAX_BYTES) throw new UsageError(`${name} is larger than ${MAX_BYTES} bytes`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new UsageError(`${name} is not text in UTF-8`);
  }
  return text.replace(/\r?\n$/, '');
}
