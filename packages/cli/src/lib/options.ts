import type { RoomChecks, Token04Mode } from '@token04/core';
import type { DiagnoseOptions, Locale, Service } from '@token04/doctor';
import { Argument, type Command, Option } from 'commander';
import { parseDuration } from './duration.ts';
import { parseNow } from './time.ts';
import { got, UsageError } from './usage-error.ts';

/** What `verify` and `doctor` expect of a token, by the names that commander gives the options. */
export interface ExpectationOptions<S extends Service = Service> {
  appId?: number;
  user?: string;
  room?: string;
  publish?: string;
  rule?: RoomChecks;
  service?: S;
  now?: number;
  tolerance?: number;
}

export function tokenArgument(): Argument {
  return new Argument('<token>', 'the token or kit token, or - to read it from stdin');
}

export function jsonOption(): Option {
  return new Option('--json', 'print JSON, with stable keys');
}

export function appIdOption(description: string): Option {
  return new Option('--app-id <number>', description).argParser(parseAppId);
}

export function nowOption(): Option {
  return new Option(
    '--now <seconds>',
    'judge by this time, in seconds since 1970 (default: the clock)',
  ).argParser(parseNow);
}

/** One of a few values. Commander's own check would print the value, which may be a secret. */
export function choiceOption(
  flags: string,
  description: string,
  choices: readonly string[],
): Option {
  const option = new Option(flags, description).choices(choices);
  return option.argParser((value) => {
    if (choices.includes(value)) return value;
    throw new UsageError(`${option.long} must be ${choices.join(' or ')}, got ${got(value)}`);
  });
}

export function modeOption(description: string): Option {
  return choiceOption('--mode <mode>', description, ['cbc', 'gcm'] satisfies Token04Mode[]);
}

/** The language of what a command says, such as `of the findings`. */
export function languageOption(what: string): Option {
  return choiceOption('--language <language>', `${what} (default: by LANG, or en)`, [
    'en',
    'zh-CN',
  ] satisfies Locale[]);
}

/** A path; given again, it adds another. */
export function filesOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser((path, earlier: string[] = []) => [
    ...earlier,
    path,
  ]);
}

/** A file for the secret, and `--secret`, which only says why it is refused. */
export function addSecretOptions(command: Command): void {
  command
    .addOption(
      filesOption(
        '--secret-file <path>',
        'read the server secret from a file (default: $ZEGO_SERVER_SECRET, or a prompt)',
      ),
    )
    .addOption(new Option('--secret [value]').hideHelp())
    .on('option:secret', refuseSecret);
}

export function addExpectations(command: Command, services: readonly Service[]): void {
  command
    .addOption(appIdOption('demand that the token is of this app'))
    .option('--user <id>', 'demand that it is of this user')
    .option('--room <id>', 'demand that it lets its user log in to this room')
    .option('--publish <stream>', 'demand that it lets its user publish this stream in --room')
    .addOption(
      choiceOption('--rule <rule>', 'which operations the room checks (default: both)', [
        'both',
        'login',
        'publish',
        'from-privileges',
      ] satisfies RoomChecks[]),
    )
    .addOption(choiceOption('--service <service>', 'the product whose rules count', services))
    .addOption(nowOption())
    .addOption(
      new Option(
        '--tolerance <duration>',
        'accept a token that expired less than this ago (default: 0s)',
      ).argParser((text) => parseDuration(text, '--tolerance')),
    );
}

/** What `verify` and `doctor` expect of a token, as options of the doctor. */
export function expectationsOf(options: ExpectationOptions): Given<DiagnoseOptions> {
  return given({
    appId: options.appId,
    userId: options.user,
    roomId: options.room,
    streamId: options.publish,
    checks: options.rule,
    service: options.service,
    now: options.now,
    clockToleranceInSeconds: options.tolerance,
  });
}

/** Refuses options that mean nothing without another, if that one is missing. */
export function demandOption(
  options: object,
  needed: { readonly key: string; readonly flag: string },
  dependent: { readonly [key: string]: string },
): void {
  if (needed.key in options) return;
  for (const [key, flag] of Object.entries(dependent)) {
    if (key in options) throw new UsageError(`${flag} needs ${needed.flag}`);
  }
}

/** Without what is undefined, since the core refuses an option that is present but undefined. */
export function given<T extends object>(options: T): Given<T> {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Given<T>;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function parseAppId(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`--app-id must be digits alone, got ${got(text)}`);
}

function refuseSecret(): never {
  throw new UsageError(
    'a secret is not taken as an argument, since it would stay in the history of the shell and ' +
      'be seen in the list of processes: set ZEGO_SERVER_SECRET, or use --secret-file',
  );
}
