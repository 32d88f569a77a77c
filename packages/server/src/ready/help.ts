import { SETTINGS } from './settings.ts';

export function settingsHelp(): string {
  const settings = Object.entries(SETTINGS);
  const width = Math.max(...settings.map(([, { variable }]) => variable.length));
  const lines = settings.map(
    ([setting, { variable, help }]) => `  ${variable.padEnd(width)}  ${help} (${setting})`,
  );
  return `\nSettings (in brackets their names in the file):\n${lines.join('\n')}`;
}
