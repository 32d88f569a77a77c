#!/usr/bin/env node
import { Token04Error } from '@token04/core';
import { CommanderError } from 'commander';
import { commanderMessage } from './lib/commander-message.ts';
import { UsageError, usageErrorOf } from './lib/usage-error.ts';
import { createProgram } from './program.ts';

const EXIT_LOST = 1;
const EXIT_USAGE = 2;

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // No message if the reader stopped early, as `head` does: it meant to.
  if (code !== 'EPIPE') process.stderr.write(`token04: stdout cannot be written (${code})\n`);
  process.exit(EXIT_LOST);
});

const program = createProgram();
try {
  await program.parseAsync();
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
    return commanderMessage(error, program, process.argv.slice(2));
  }
  const kind = error instanceof Error ? error.name : typeof error;
  return `an error that should not happen (${kind}); please report it with the command`;
}
