import { createIssuer, createKitToken, roomPayload, type Token04Mode } from '@token04/core';
import { SERVICES, type Service } from '@token04/doctor';
import { type Command, Option } from 'commander';
import { parseLifetime } from '../lib/duration.ts';
import { readStdin, readTextFile } from '../lib/input.ts';
import {
  addSecretOptions,
  appIdOption,
  choiceOption,
  demandOption,
  jsonOption,
  modeOption,
} from '../lib/options.ts';
import { print, printJson, table } from '../lib/output.ts';
import { checkByProduct } from '../lib/product-rules.ts';
import { payloadCell } from '../lib/report.ts';
import { requireSecrets } from '../lib/secret.ts';
import { addExamples } from '../lib/sections.ts';
import { quote } from '../lib/text.ts';
import { clock, formatExpiry } from '../lib/time.ts';
import { UsageError } from '../lib/usage-error.ts';

interface GenerateOptions {
  appId: number;
  user: string;
  ttl: number;
  room?: string;
  login?: boolean;
  publish?: boolean;
  stream?: string[];
  payload?: string;
  mode?: Token04Mode;
  kit?: boolean;
  userName?: string;
  service?: Service;
  secretFile?: string[];
  json?: boolean;
}

export function addGenerate(program: Command): void {
  const command = program
    .command('generate')
    .summary('make a token')
    .description(
      'Make a token. With --room it is good for that room alone, and lets its user log in and ' +
        'publish any stream there unless told otherwise; without, it is an identity token, which ' +
        'is limited to no room. Only the token goes to stdout.',
    )
    .addOption(appIdOption("the app's ID, from the ZEGOCLOUD console").makeOptionMandatory())
    .requiredOption('--user <id>', 'the user for whom it is, with the ID of the login')
    .addOption(
      new Option('--ttl <duration>', 'how long it is good: 90s, 30m, 24h, 7d')
        .argParser((text) => parseLifetime(text, '--ttl'))
        .makeOptionMandatory(),
    )
    .option('--room <id>', 'limit it to this room')
    .option('--login', 'let the user log in to the room (the default)')
    .option('--no-login', 'do not let the user log in to the room')
    .option('--publish', 'let the user publish in the room (the default)')
    .option('--no-publish', 'do not let the user publish in the room')
    .option('--stream <id...>', 'let the user publish only these streams')
    .option('--payload <json>', 'a payload of your own: JSON, @file, or - for stdin')
    .addOption(modeOption('the cipher, as your service expects it (default: cbc)'))
    .option('--kit', 'make a kit token for the prebuilt UIKit')
    .option('--user-name <name>', 'the name in the kit token (default: the user ID)')
    .addOption(
      choiceOption(
        '--service <service>',
        'refuse what this product would refuse (default: warn of what Express would)',
        SERVICES,
      ),
    )
    .addOption(jsonOption())
    .action(generate);
  addSecretOptions(command);
  addExamples(
    command,
    `token04 generate --app-id 1234567890 --user demo --ttl 1h --secret-file secret.txt
token04 generate --app-id 1234567890 --user demo --ttl 24h --room r1 --no-publish
token04 generate --app-id 1234567890 --user demo --ttl 1h --room r1 --stream cam screen
token04 generate --app-id 1234567890 --user demo --ttl 30m --room r1 --kit --user-name Ann`,
  );
}

async function generate(options: GenerateOptions): Promise<void> {
  checkCombination(options);
  const { appId, user: userId, ttl, mode = 'cbc', room: roomId } = options;
  const payload = await payloadOf(options);
  const [serverSecret = '', ...others] = await requireSecrets(options.secretFile ?? []);
  if (others.length > 0) throw new UsageError('--secret-file may be given once here');

  const issuer = createIssuer({ appId, serverSecret, mode });
  const { token, expire } = issuer.issueWithTimes({
    userId,
    effectiveTimeInSeconds: ttl,
    payload,
  });
  const kitToken =
    options.kit && roomId !== undefined
      ? createKitToken({ token, appId, userId, roomId, userName: options.userName ?? userId })
      : null;

  await checkByProduct({ token: kitToken ?? token, serverSecret, service: options.service });

  if (options.json) {
    printJson({ token, kitToken, appId, userId, mode, expire, payload });
    return;
  }
  print(kitToken ?? token);
  if (!process.stdout.isTTY) return;
  const rows = [
    ['app', String(appId)],
    ['user', quote(userId)],
    ['expires', formatExpiry(expire, clock())],
    ['mode', mode],
    ['payload', payloadCell(payload)],
  ];
  process.stderr.write(`${table(rows)}\n`);
}

function checkCombination(options: GenerateOptions): void {
  demandOption(
    options,
    { key: 'room', flag: '--room' },
    {
      login: '--login or --no-login',
      publish: '--publish or --no-publish',
      stream: '--stream',
      kit: '--kit',
    },
  );
  demandOption(options, { key: 'kit', flag: '--kit' }, { userName: '--user-name' });
  if (options.payload !== undefined && options.room !== undefined) {
    throw new UsageError('--payload and --room exclude each other: --room makes the payload');
  }
  const list = options.stream?.find((streamId) => streamId.includes(','));
  if (list !== undefined) {
    throw new UsageError(
      '--stream takes IDs with blanks between them, and a comma is part of none: did you mean ' +
        '--stream a b in place of --stream a,b?',
    );
  }
  if (options.stream !== undefined && options.publish === false) {
    throw new UsageError('--stream and --no-publish exclude each other');
  }
}

async function payloadOf(options: GenerateOptions): Promise<string> {
  const { room: roomId, login = true, publish = true, stream: streamIds = null, payload } = options;
  if (roomId !== undefined) return roomPayload({ roomId, login, publish, streamIds });
  if (payload === undefined) return '';
  const text = await payloadText(payload);
  try {
    JSON.parse(text);
  } catch {
    throw new UsageError(
      `--payload must be JSON, got ${text.length} characters that are not ` +
        '(has the shell taken its quotes?)',
    );
  }
  return text;
}

async function payloadText(payload: string): Promise<string> {
  if (payload === '-') return await readStdin();
  if (payload.startsWith('@')) return await readTextFile(payload.slice(1), 'the payload file');
  return payload;
}
