import { basename } from 'node:path';
import type { CompletionItem } from '@pnpm/tabtab';
import type { Command, Option } from 'commander';

/** What can stand where the cursor is: names, or a path. */
export type Completions = readonly CompletionItem[] | 'files';

/** `line`: what is typed up to the cursor. */
export function complete(program: Command, line: string): Completions {
  const typed = line.split(/\s+/);
  const current = typed.pop() ?? '';
  // A line can have other commands before this one.
  const words = typed.slice(typed.map((word) => basename(word)).lastIndexOf(program.name()) + 1);
  const command = program.commands.find((one) => one.name() === words[0]) ?? program;

  if (command === program && words.length > 0) return [];
  const option = command.options.find(({ long }) => long === words.at(-1));
  if (option?.required) return valuesOf(option);
  if (current.startsWith('-')) return optionsOf(command);
  if (command === program) return commandsOf(program);
  return (command.registeredArguments[0]?.argChoices ?? []).map((name) => ({ name }));
}

function valuesOf(option: Option): Completions {
  if (option.flags.includes('<path>')) return 'files';
  return (option.argChoices ?? []).map((name) => ({ name }));
}

function optionsOf(command: Command): CompletionItem[] {
  return command
    .createHelp()
    .visibleOptions(command)
    .map(({ long, description }) => ({ name: long ?? '', description }));
}

function commandsOf(program: Command): CompletionItem[] {
  const help = program.createHelp();
  return help
    .visibleCommands(program)
    .map((command) => ({ name: command.name(), description: help.subcommandDescription(command) }));
}
