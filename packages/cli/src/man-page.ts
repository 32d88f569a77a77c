import type { Command } from 'commander';
import { sectionsOf } from './lib/sections.ts';

/** The manual page of a program in man(7), from what its help says. */
export function manPage(program: Command): string {
  const commands = program.createHelp().visibleCommands(program);
  const name = program.name();
  return [
    `.TH ${roff(name.toUpperCase())} 1 "" "" "${roff(name)}"`,
    '.SH NAME',
    `${roff(name)} \\- ${roff(lowerFirst(program.description()).replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    commands.map((command) => `.B ${roff(usageOf(program, command))}`).join('\n.br\n'),
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandPart(program, command)),
    ...sectionsOf(program).flatMap(({ heading, text }) => [
      `.SH ${heading.toUpperCase()}`,
      verbatim(text),
    ]),
    '',
  ].join('\n');
}

function commandPart(program: Command, command: Command): string[] {
  const help = command.createHelp();
  return [
    `.SS ${roff(usageOf(program, command))}`,
    roff(command.description()),
    ...help.visibleArguments(command).flatMap((argument) => {
      return item(help.argumentTerm(argument), help.argumentDescription(argument));
    }),
    ...help.visibleOptions(command).flatMap((option) => {
      return item(help.optionTerm(option), help.optionDescription(option));
    }),
    ...sectionsOf(command).map(({ heading, text }) => `.PP\n.I ${heading}\n.PP\n${verbatim(text)}`),
  ];
}

function usageOf(program: Command, command: Command): string {
  return `${program.name()} ${command.name()} ${command.usage()}`;
}

function item(term: string, description: string): string[] {
  return ['.TP', `.B ${roff(term)}`, roff(description)];
}

function verbatim(text: string): string {
  return `.RS 2\n.nf\n${roff(text)}\n.fi\n.RE`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const ESCAPES: { readonly [character: string]: string } = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
  '"': '\\(dq',
};

/** Text in roff that is shown as it is, and can be copied out of a terminal. */
function roff(text: string): string {
  return text
    .replace(/[\\\-'`^~"]/g, (character) => ESCAPES[character] as string)
    .replace(/[^\0-\x7f]/gu, (character) => {
      const hex = (character.codePointAt(0) as number).toString(16).toUpperCase();
      return `\\[u${hex.padStart(4, '0')}]`;
    })
    .replace(/^\./gm, '\\&.');
}
