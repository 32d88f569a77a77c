#!/usr/bin/env node
import { Token04Error } from '@token04/core';
import { CommanderError } from 'commander';
import { UsageError, usageErrorOf } from './lib/usage-error.ts';
import { createProgram } from './program.ts';

const EXIT_USAGE = 2;

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // Whoever reads stdout may stop early, as `head` does.
  if (code === 'EPIPE') process.exit();
  process.stderr.write(`token04: stdout cannot be written (${code})\n`);
  process.exit(EXIT_USAGE);
});

try {
  await createProgram().parseAsync();
} catch (error) {
  const message = messageOf(error);
  if (message !== undefined) {
    process.stderr.write(`token04: ${message}\n`);
    process.exitCode = EXIT_USAGE;
  }
}

/** One line without a secret; none where help or the version was asked for. */
function messageOf(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (error instanceof Token04Error) return usageErrorOf(error).message;
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return undefined;
    return commanderMessage(error);
  }
  const kind = error instanceof Error ? error.name : typeof error;
  return `an error that should not happen (${kind}); please report it with the command`;
}

/** Commander quotes what it does not know as it was typed, which may be a secret or a token. */
function commanderMessage({ code, message }: CommanderError): string {
  if (code === 'commander.help') return 'a command is needed';
  return message
    .replace(/^error: /, '')
    .replace(/^(unknown (?:option|command)) '(.*)'/s, (_, problem: string, typed: string) => {
      const name = typed.split('=', 1)[0] as string;
      return /^[\w-]{1,24}$/.test(name) ? `${problem} '${name}'` : problem;
    })
    .replaceAll('\n', ' ');
}
