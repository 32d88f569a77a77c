import type { Command } from 'commander';
import { readToken } from '../lib/input.ts';
import {
  addExpectations,
  addSecretOptions,
  demandOption,
  jsonOption,
  modeOption,
  tokenArgument,
} from '../lib/options.ts';
import { GOOD, print, printJson, table } from '../lib/output.ts';
import { claimsRows, kitRows, printFailure } from '../lib/report.ts';
import { requireSecrets } from '../lib/secret.ts';
import { addExamples } from '../lib/sections.ts';
import { harmless } from '../lib/text.ts';
import { clock } from '../lib/time.ts';
import {
  judge,
  VERIFIED_SERVICES,
  type Verdict,
  type VerifyCommandOptions,
} from '../lib/verdict.ts';

export function addVerify(program: Command): void {
  const command = program
    .command('verify')
    .summary('check a token with the secret')
    .description(
      'Check a token with the secret, as a server would: that it was made with it, has not expired, ' +
        'and is what the options demand. --secret-file may be repeated while a secret is rotated. ' +
        'A CBC token proves nothing about who made it; --mode gcm refuses it.',
    )
    .addArgument(tokenArgument());
  addExpectations(command, VERIFIED_SERVICES);
  command
    .option('--require-privileges', 'refuse an identity token, which is limited to no room')
    .addOption(modeOption('demand this cipher (default: either)'))
    .addOption(jsonOption())
    .action(verify);
  addSecretOptions(command);
  addExamples(
    command,
    `token04 verify "$TOKEN" --secret-file secret.txt
token04 verify - --app-id 1234567890 --user demo --mode gcm < token.txt
token04 verify "$TOKEN" --room r1 --publish cam --rule publish`,
  );
}

async function verify(argument: string, options: VerifyCommandOptions): Promise<void> {
  demandOption(
    options,
    { key: 'room', flag: '--room' },
    {
      publish: '--publish',
      rule: '--rule',
      requirePrivileges: '--require-privileges',
    },
  );
  const secrets = await requireSecrets(options.secretFile ?? []);
  const verdict = await judge(await readToken(argument), secrets, options);

  if (!verdict.ok) process.exitCode = 1;
  if (options.json) printJson(verdict);
  else printVerdict(verdict, options.now ?? clock());
}

function printVerdict({ error, claims, mode, kit, room }: Verdict, now: number): void {
  if (error !== null) printFailure(error);
  else print(`${GOOD} the token is good`);
  if (claims === null || mode === null) return;
  const rows = [...claimsRows(claims, mode, now), ...kitRows(kit)];
  if (room !== null) {
    rows.push(['log in', room.login.reason]);
    if (room.publish !== null) rows.push(['publish', room.publish.reason]);
    rows.push(...room.warnings.map((warning) => ['warning', harmless(warning)]));
  }
  print(table(rows));
}
