import type { Command } from 'commander';

/** What the help shows after the options, and the man page too, line by line as it is. */
export interface Section {
  heading: string;
  text: string;
}

const sections = new WeakMap<Command, Section[]>();

export function addSection(command: Command, heading: string, text: string): void {
  sections.set(command, [...sectionsOf(command), { heading, text }]);
  command.addHelpText('after', `\n${heading}:\n${text.replace(/^/gm, '  ')}`);
}

export function addExamples(command: Command, text: string): void {
  addSection(command, 'Examples', text);
}

export function sectionsOf(command: Command): readonly Section[] {
  return sections.get(command) ?? [];
}
