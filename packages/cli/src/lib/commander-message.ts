import type { Command, CommanderError } from 'commander';
import { nearMiss } from './near-miss.ts';

/** The errors of commander that a misspelled option can cause. */
const OF_OPTIONS: ReadonlySet<string> = new Set([
  'commander.missingMandatoryOptionValue',
  'commander.unknownOption',
]);

/** What is wrong with the usage, in one line, with what was probably meant. */
export function commanderMessage(
  { code, message }: CommanderError,
  program: Command,
  [name, ...typed]: readonly string[],
): string {
  if (code === 'commander.help') return 'a command is needed';
  const command = program.commands.find((one) => one.name() === name);
  const miss = OF_OPTIONS.has(code) && command ? nearMiss(command, typed) : undefined;
  if (miss) return `unknown option '${miss.name}' (Did you mean ${miss.meant}?)`;
  if (code === 'commander.missingArgument' && message.includes("'token'") && isPiped()) {
    return `${plain(message)} (to read it from stdin, write -)`;
  }
  return plain(message);
}

function isPiped(): boolean {
  return process.stdin.isTTY !== true;
}

/** Commander quotes what it does not know as it was typed, which may be a secret or a token. */
function plain(message: string): string {
  return message
    .replace(/^error: /, '')
    .replace(/^(unknown (?:option|command)) '(.*)'/s, (_, problem: string, typed: string) => {
      const name = typed.split('=', 1)[0] as string;
      return /^[\w-]{1,24}$/.test(name) ? `${problem} '${name}'` : problem;
    })
    .replaceAll('\n', ' ');
}
