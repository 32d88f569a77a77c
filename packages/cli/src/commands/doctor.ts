import {
  type Diagnosis,
  diagnoseAll,
  explain,
  type Finding,
  type Locale,
  SERVICES,
} from '@token04/doctor';
import type { Command } from 'commander';
import { readToken } from '../lib/input.ts';
import {
  addExpectations,
  addSecretOptions,
  demandOption,
  type ExpectationOptions,
  expectationsOf,
  filesOption,
  jsonOption,
  languageOption,
  tokenArgument,
} from '../lib/options.ts';
import { BAD, colours, GOOD, print, printJson, table } from '../lib/output.ts';
import { printText } from '../lib/print-text.ts';
import { claimsRows, codesWithSdks } from '../lib/report.ts';
import { readOtherSecrets, readSecrets } from '../lib/secret.ts';
import { addExamples } from '../lib/sections.ts';
import { harmless } from '../lib/text.ts';
import { clock } from '../lib/time.ts';
import { languageOf, WORDS } from '../lib/words.ts';

interface DoctorOptions extends ExpectationOptions {
  secretFile?: string[];
  otherSecretFile?: string[];
  language?: Locale;
  json?: boolean;
}

const MARKS: { readonly [verdict in Diagnosis['verdict']]: string } = {
  good: GOOD,
  bad: BAD,
  unknown: '?',
};

/** Findings about what is around a token: the doctor reads on, but every other reader refuses it. */
const AROUND: readonly string[] = ['quotes', 'bearer', 'text-around', 'in-url', 'blanks-around'];

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
        'the secret too, and sees less then. Of several tokens, such as the lines of a file, each ' +
        'is judged, and the worst makes the exit code.',
    )
    .addArgument(tokenArgument());
  addExpectations(command, SERVICES);
  command
    .addOption(
      filesOption(
        '--other-secret-file <path>',
        'read a secret that may have been taken by mistake: the AppSign, the callback secret',
      ),
    )
    .addOption(languageOption('of the findings'))
    .addOption(jsonOption())
    .action(doctor);
  addSecretOptions(command);
  addExamples(
    command,
    `token04 doctor "$TOKEN" --secret-file secret.txt
token04 doctor "$TOKEN" --app-id 1234567890 --user demo --room r1 --publish cam
token04 doctor - --service zim --json < tokens.txt`,
  );
}

async function doctor(argument: string, options: DoctorOptions): Promise<void> {
  demandOption(options, { key: 'room', flag: '--room' }, { publish: '--publish', rule: '--rule' });
  const secrets = await readSecrets(options.secretFile ?? []);
  const others = await readOtherSecrets(options.otherSecretFile ?? []);
  const diagnoses = await diagnoseAll(await readToken(argument), {
    ...expectationsOf(options),
    ...(secrets.length > 0 && { serverSecret: secrets }),
    ...(others.length > 0 && { otherSecrets: others }),
  });

  const bad = diagnoses.filter(({ verdict }) => verdict === 'bad').length;
  if (bad > 0) process.exitCode = 1;
  const { language = languageOf(process.env), now = clock() } = options;
  const [only, ...more] = diagnoses.map((diagnosis) => toJson(diagnosis, language));
  if (options.json) printJson(more.length > 0 ? [only, ...more] : only);
  else printDiagnoses(diagnoses, bad, language, now);
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

function printDiagnoses(
  diagnoses: readonly Diagnosis[],
  bad: number,
  language: Locale,
  now: number,
): void {
  const { nth, sum } = WORDS[language];
  const count = diagnoses.length;
  for (const [index, diagnosis] of diagnoses.entries()) {
    if (count > 1) print(colours.bold(nth(index + 1, count)));
    printDiagnosis(diagnosis, language, now);
    if (count > 1) print('');
  }
  if (count > 1) print(`${bad > 0 ? BAD : GOOD} ${sum(bad, count)}`);
}

function printDiagnosis(
  { verdict, decoded, findings }: Diagnosis,
  language: Locale,
  now: number,
): void {
  const words = WORDS[language];
  const isWrapped = findings.some(({ id }) => AROUND.includes(id));
  const headline = verdict === 'good' && isWrapped ? words.goodInside : words.verdicts[verdict];
  print(`${MARKS[verdict]} ${headline}`);
  if (decoded !== undefined) print(table(claimsRows(decoded.claims, decoded.mode, now, language)));
  for (const finding of findings) {
    const { title, detail, nextStep } = explain(finding, language);
    const codes = codesWithSdks(finding.clientCodes, language);
    print('');
    print(`${SIGNS[finding.severity]} ${colours.bold(harmless(title))}`);
    if (detail !== '') printText(detail);
    if (codes !== '') printText(`${words.inTheApp}${words.colon}${codes}`);
    printText(`${words.next}${words.colon}${nextStep}`);
  }
}
