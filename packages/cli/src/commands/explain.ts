import { type CodeExplanation, explainCode, type Locale } from '@token04/doctor';
import { Argument, type Command } from 'commander';
import { jsonOption, languageOption } from '../lib/options.ts';
import { BAD, colours, print, printJson } from '../lib/output.ts';
import { printText } from '../lib/print-text.ts';
import { addExamples } from '../lib/sections.ts';
import { harmless } from '../lib/text.ts';
import { languageOf, WORDS } from '../lib/words.ts';

interface ExplainOptions {
  language?: Locale;
  json?: boolean;
}

export function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .summary('say what an error code of an SDK means')
    .description(
      'Say what an error code means that one of the SDKs showed, its likely causes and the next ' +
        'step. No token is needed. Codes that have nothing to do with tokens are unknown here.',
    )
    .addArgument(new Argument('<code>', 'such as 1102016, -200002 or "kitToken error"'))
    .addOption(languageOption('of the text'))
    .addOption(jsonOption())
    // A negative code looks like an option.
    .allowUnknownOption()
    .action(explain);
  addExamples(command, 'token04 explain 1102016\ntoken04 explain -200002 --language zh-CN');
}

function explain(code: string, options: ExplainOptions): void {
  const { language = languageOf(process.env) } = options;
  const explanation = explainCode(code, language);
  if (explanation === undefined) process.exitCode = 1;
  if (options.json)
    printJson(explanation ?? { code, sdks: [], meaning: null, causes: [], nextSteps: [] });
  else if (explanation === undefined) print(`${BAD} ${shown(code)} ${WORDS[language].unknownCode}`);
  else printExplanation(explanation, language);
}

function printExplanation(
  { code, sdks, meaning, causes, nextSteps }: CodeExplanation,
  language: Locale,
): void {
  const words = WORDS[language];
  print(colours.bold(`${code} ${sdks.join(words.comma)}`));
  printText(meaning);
  if (causes.length > 0) {
    print('');
    print(`  ${words.causes}${words.colon.trimEnd()}`);
    for (const [index, cause] of causes.entries()) printText(`${index + 1}. ${cause}`);
  }
  print('');
  for (const step of nextSteps) printText(`${words.next}${words.colon}${step}`);
}

/** A code as it was typed. Of anything else only the length, since it may be a secret. */
function shown(code: string): string {
  return /^-?\d{1,12}$/.test(code) ? harmless(code) : `(${code.length})`;
}
