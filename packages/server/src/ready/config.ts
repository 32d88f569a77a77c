import { readFileSync } from 'node:fs';
import { readFields } from '@token04/core/check';
import * as v from 'valibot';
import { isLoopback } from '../lib/safe-url.ts';
import { systemCode } from './secret.ts';
import { DEV_IDENTITY, SETTINGS, type Setting } from './settings.ts';

type Rules = { readonly [setting in Setting]: (typeof SETTINGS)[setting]['rule'] };

const rules = Object.fromEntries(
  Object.entries(SETTINGS).map(([setting, { rule }]) => [setting, rule]),
) as unknown as Rules;

const schema = v.pipe(
  v.object({ ...rules, devIdentity: DEV_IDENTITY.rule }, 'is missing'),
  v.forward(
    v.partialCheck(
      [['serverSecret'], ['serverSecretFile']],
      ({ serverSecret: secret, serverSecretFile: file }) =>
        (secret === undefined) !== (file === undefined),
      `or ${SETTINGS.serverSecretFile.variable} must be given, exactly one of them`,
    ),
    ['serverSecret'],
  ),
  v.forward(
    v.partialCheck(
      [['jwtSecret'], ['jwtSecretFile'], ['jwksUrl'], ['devIdentity']],
      ({ jwtSecret: secret, jwtSecretFile: file, jwksUrl, devIdentity }) =>
        [secret, file, jwksUrl, devIdentity].filter((value) => value !== undefined).length === 1,
      `or ${SETTINGS.jwtSecretFile.variable} or ${SETTINGS.jwksUrl.variable} (for development: ${DEV_IDENTITY.flag}) must be given, exactly one of them`,
    ),
    ['jwtSecret'],
  ),
  v.forward(
    v.partialCheck(
      [['redisUrl'], ['redisUrlFile']],
      ({ redisUrl: url, redisUrlFile: file }) => url === undefined || file === undefined,
      `and ${SETTINGS.redisUrlFile.variable} must not be given together`,
    ),
    ['redisUrl'],
  ),
  v.forward(
    v.partialCheck(
      [['limitWithoutRedis'], ['redisUrl'], ['redisUrlFile']],
      ({ limitWithoutRedis, redisUrl: url, redisUrlFile: file }) =>
        limitWithoutRedis === 'own' || url !== undefined || file !== undefined,
      `is refuse, which needs ${SETTINGS.redisUrl.variable} or ${SETTINGS.redisUrlFile.variable}`,
    ),
    ['limitWithoutRedis'],
  ),
  v.forward(
    v.partialCheck(
      [['badIds'], ['checkIds']],
      ({ badIds, checkIds }) => badIds === 'refuse' || checkIds.length > 0,
      `is warn, which needs ${SETTINGS.checkIds.variable}`,
    ),
    ['badIds'],
  ),
  v.forward(
    v.partialCheck(
      [['jwksUrl'], ['jwtIssuer'], ['jwtAudience']],
      ({ jwksUrl, jwtIssuer, jwtAudience }) =>
        jwksUrl === undefined || (jwtIssuer !== undefined && jwtAudience !== undefined),
      `needs ${SETTINGS.jwtIssuer.variable} and ${SETTINGS.jwtAudience.variable}, since others get JWTs of the same keys`,
    ),
    ['jwksUrl'],
  ),
  v.forward(
    v.partialCheck(
      [['devIdentity'], ['host']],
      ({ devIdentity, host }) => devIdentity === undefined || isLoopback(host),
      `lets anyone be that user, so it needs a ${SETTINGS.host.variable} of this machine, such as 127.0.0.1`,
    ),
    ['devIdentity'],
  ),
);

export type Config = v.InferOutput<typeof schema>;

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
  if (file === '') throw new ConfigError(['--config must be the path of a file, got nothing']);
  const fromFile = file === undefined ? {} : readFile(file);
  if (Object.hasOwn(fromFile, 'devIdentity')) {
    throw new ConfigError([
      `devIdentity of ${file} is not known: only ${DEV_IDENTITY.flag} says so`,
    ]);
  }
  const fromEnvironment = readEnvironment(environment);
  const dev = devIdentity === undefined ? {} : { devIdentity };
  const { success, output, issues } = v.safeParse(schema, {
    ...fromFile,
    ...fromEnvironment,
    ...dev,
  });
  const unknown = unknownKeys(fromFile, file);
  if (success && unknown.length === 0) return output;
  const mistakes = firstOfEach(issues ?? []).map(({ path, message }) => {
    const [setting, item] = path?.map(({ key }) => key) ?? [];
    if (setting === undefined) return message;
    const where = typeof item === 'number' ? `, number ${item + 1} of them,` : '';
    return `${nameOf(String(setting), fromFile, file)}${where} ${message}`;
  });
  throw new ConfigError([...mistakes, ...unknown]);
}

type Issue = v.InferIssue<typeof schema>;

/** One mistake makes several of a value's checks fail, of which the first says most. */
function firstOfEach(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ type, path }) => {
    // What several settings must be together is another mistake than what is wrong with one.
    const place = `${type === 'partial_check'} ${path?.map(({ key }) => key).join('.')}`;
    return seen.size < seen.add(place).size;
  });
}

/** A line for each; core names the nearest known one, and no key that may be a secret. */
function unknownKeys(fromFile: object, file: string | undefined): string[] {
  const known = Object.fromEntries(Object.keys(SETTINGS).map((key) => [key, () => undefined]));
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
  let text = '';
  let content: unknown;
  try {
    text = readFileSync(file, 'utf8');
    content = JSON.parse(text);
  } catch (error) {
    throw new ConfigError([`${file} ${whyNotRead(error, text)}`]);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new ConfigError([`${file} is not a JSON object`]);
  }
  return { ...content };
}

function whyNotRead(error: unknown, text: string): string {
  if (!(error instanceof SyntaxError)) return `cannot be read (${systemCode(error)})`;
  if (text.startsWith('\uFEFF')) return 'begins with a byte order mark, which JSON does not have';
  // JSON's own message quotes the text.
  return 'is not JSON';
}

function readEnvironment(environment: { readonly [name: string]: string | undefined }): {
  [name: string]: unknown;
} {
  const settings: { [name: string]: unknown } = {};
  for (const [setting, { variable, ...rule }] of Object.entries(SETTINGS)) {
    const value = environment[variable];
    if (value === undefined || value === '') continue;
    settings[setting] = 'textOf' in rule ? parse(rule.textOf, value) : value;
  }
  return settings;
}

/** What is not as it should be is left as it is, for the schema to refuse. */
function parse(kind: 'a number' | 'a list', value: string): unknown {
  if (kind === 'a list') return value.split(',').map((part) => part.trim());
  return /^\d{1,15}$/.test(value) ? Number(value) : value;
}

function nameOf(key: string, fromFile: object, file: string | undefined): string {
  if (key === 'devIdentity') return DEV_IDENTITY.flag;
  const variable = Object.hasOwn(SETTINGS, key) ? SETTINGS[key as Setting].variable : undefined;
  if (Object.hasOwn(fromFile, key)) return `${variable} (or ${key} of ${file})`;
  return variable ?? key;
}
