import { type Diagnosis, diagnose, explain, type Finding, type Locale } from '@token04/doctor';
import type { Command } from 'commander';
import { readToken } from '../lib/input.ts';
import {
  addExpectations,
  addSecretOptions,
  choiceOption,
  demandOption,
  type ExpectationOptions,
  given,
  jsonOption,
  tokenArgument,
} from '../lib/options.ts';
import { BAD, colours, GOOD, print, printJson, table } from '../lib/output.ts';
import { claimsRows } from '../lib/report.ts';
import { readSecrets } from '../lib/secret.ts';
import { addExamples } from '../lib/sections.ts';
import { harmless } from '../lib/text.ts';
import { clock } from '../lib/time.ts';

interface DoctorOptions extends ExpectationOptions {
  secretFile?: string[];
  language?: Locale;
  json?: boolean;
}

const VERDICTS: { readonly [verdict in Diagnosis['verdict']]: string } = {
  good: `${GOOD} nothing is wrong with the token`,
  bad: `${BAD} the token is bad`,
  unknown: '? nothing wrong can be seen without the secret',
};

/** What a token is wrapped in, which any reader but the doctor refuses. */
const AROUND: readonly string[] = ['quotes', 'bearer', 'text-around', 'in-url', 'blanks-around'];
const GOOD_INSIDE = `${GOOD} the token inside is good; with what stands around it, it is refused`;

const SIGNS: { readonly [severity in Finding['severity']]: string } = {
  error: BAD,
  warning: colours.yellow('!'),
  info: colours.dim('i'),
};

export function addDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .summary('say why a token is refused')
    .description(
      'Say why a token is refused, and what to do: what the input is, what happened to it on the ' +
        'way, with which wrong key it was made, and what is wrong with what it says. Works without ' +
        'the secret too, and sees less then.',
    )
    .addArgument(tokenArgument());
  addExpectations(command);
  command
    .addOption(
      choiceOption('--language <language>', 'of the findings (default: en)', [
        'en',
        'zh-CN',
      ] satisfies Locale[]),
    )
    .addOption(jsonOption())
    .action(doctor);
  addSecretOptions(command);
  addExamples(
    command,
    `token04 doctor "$TOKEN" --secret-file secret.txt
token04 doctor "$TOKEN" --app-id 1234567890 --user demo --room r1 --publish cam
token04 doctor - --service zim --json < token.txt`,
  );
}

async function doctor(argument: string, options: DoctorOptions): Promise<void> {
  demandOption(options, { key: 'room', flag: '--room' }, { publish: '--publish', rule: '--rule' });
  const secrets = await readSecrets(options.secretFile ?? []);
  const diagnosis = await diagnose(
    await readToken(argument),
    given({
      serverSecret: secrets.length > 0 ? secrets : undefined,
      appId: options.appId,
      userId: options.user,
      roomId: options.room,
      streamId: options.publish,
      checks: options.rule,
      service: options.service,
      now: options.now,
      clockToleranceInSeconds: options.tolerance,
    }),
  );

  if (diagnosis.verdict === 'bad') process.exitCode = 1;
  const { language = 'en', now = clock() } = options;
  if (options.json) printJson(toJson(diagnosis, language));
  else printDiagnosis(diagnosis, language, now);
}

function toJson({ verdict, kind, inspected, decoded, findings }: Diagnosis, language: Locale) {
  return {
    ok: verdict !== 'bad',
    verdict,
    kind,
    mode: decoded?.mode ?? inspected?.mode ?? null,
    expire: decoded?.claims.expire ?? inspected?.expire ?? null,
    claims: decoded?.claims ?? null,
    findings: findings.map((finding) => ({ ...finding, ...explain(finding, language) })),
  };
}

function printDiagnosis(
  { verdict, decoded, findings }: Diagnosis,
  language: Locale,
  now: number,
): void {
  const isWrapped = findings.some(({ id }) => AROUND.includes(id));
  print(verdict === 'good' && isWrapped ? GOOD_INSIDE : VERDICTS[verdict]);
  if (decoded !== undefined) print(table(claimsRows(decoded.claims, decoded.mode, now)));
  for (const finding of findings) {
    const { title, detail, nextStep } = explain(finding, language);
    print('');
    print(`${SIGNS[finding.severity]} ${colours.bold(harmless(title))}`);
    print(`  ${harmless(detail)}`);
    if (finding.clientCodes.length > 0) print(`  In the app: ${finding.clientCodes.join(', ')}`);
    print(`  Next: ${harmless(nextStep)}`);
  }
}
