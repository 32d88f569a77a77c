import { readFileSync } from 'node:fs';
import { readFields } from '@token04/core/check';
import * as v from 'valibot';
import { type Config, configSchema } from './config-schema.ts';
import { systemCode } from './secret.ts';
import { DEV_IDENTITY, nameOf, readEnvironment, VARIABLES } from './settings.ts';

/** All that is wrong with a configuration, a line a mistake. No line holds a value. */
export class ConfigError extends Error {
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'ConfigError';
    this.mistakes = mistakes;
  }
}

/**
 * The configuration from a JSON file, if one is given, and the environment, which wins; an empty
 * variable counts as absent.
 *
 * @throws ConfigError
 */
export function readConfig(
  environment: { readonly [name: string]: string | undefined },
  file: string | undefined,
  devIdentity: string | undefined,
): Config {
  const fromFile = file === undefined ? {} : readFile(file);
  if (Object.hasOwn(fromFile, 'devIdentity')) {
    throw new ConfigError([`devIdentity of ${file} is not known: only ${DEV_IDENTITY} says so`]);
  }
  const fromEnvironment = readEnvironment(environment);
  const dev = devIdentity === undefined ? {} : { devIdentity };
  const { success, output, issues } = v.safeParse(configSchema, {
    ...fromFile,
    ...fromEnvironment,
    ...dev,
  });
  const unknown = unknownKeys(fromFile, file);
  if (success && unknown.length === 0) return output;
  const mistakes = (issues ?? []).map(({ path, message }) => {
    const [setting, item] = path?.map(({ key }) => key) ?? [];
    if (setting === undefined) return message;
    const where = typeof item === 'number' ? `, number ${item + 1} of them,` : '';
    return `${nameOf(String(setting), fromFile, file)}${where} ${message}`;
  });
  throw new ConfigError([...mistakes, ...unknown]);
}

/** A line for each; core names the nearest known one, and no key that may be a secret. */
function unknownKeys(fromFile: object, file: string | undefined): string[] {
  const known = Object.fromEntries(Object.keys(VARIABLES).map((key) => [key, () => undefined]));
  return Object.keys(fromFile).flatMap((key) => {
    try {
      readFields({ [key]: undefined }, String(file), known);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
}

function readFile(file: string): { [name: string]: unknown } {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // JSON's own message quotes the text.
    const why =
      error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${systemCode(error)})`;
    throw new ConfigError([`${file} ${why}`]);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new ConfigError([`${file} is not a JSON object`]);
  }
  return { ...content };
}
