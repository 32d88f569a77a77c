import { explainBy } from '../explain.ts';
import { finding } from '../findings.ts';
import type { CodeTexts } from '../texts/code-texts.ts';
import { codeTextsOf, textsOf } from '../texts/locales.ts';
import type { Locale, LocaleTexts } from '../texts/texts.ts';
import { lookUp } from './catalogue.ts';

/** What a code of ZEGO's client SDKs means. */
export interface CodeExplanation {
  /** The code, or the text that is shown in its place. */
  code: number | string;
  /** Who shows it. */
  sdks: string[];
  meaning: string;
  /** What leads to it, the likeliest first; the titles of the findings that the doctor has for it. */
  causes: string[];
  /** What to do, in the order of the causes where each has a step of its own. */
  nextSteps: string[];
}

/**
 * What a code means that one of ZEGO's client SDKs showed, in the language asked for; no token is
 * needed. Also `'kitToken error'`, which UIKit writes to the console. Undefined where it is no code
 * that is about tokens.
 *
 * @throws RangeError for a locale that there are no texts in.
 *
 * @example
 * ```js
 * import { explainCode } from '@token04/doctor';
 *
 * explainCode(1102018).sdks; // → ['Express Web']
 * explainCode(1102018).causes; // → ['The token has expired']
 * explainCode(5); // → undefined
 * ```
 */
export function explainCode(
  code: number | string,
  locale: Locale = 'en',
): CodeExplanation | undefined {
  return explainCodeBy(textsOf(locale), codeTextsOf(locale), code);
}

/** What a code means, in one language. */
export function explainCodeBy(
  texts: LocaleTexts,
  codes: CodeTexts,
  code: number | string,
): CodeExplanation | undefined {
  const known = lookUp(code);
  if (!known) return undefined;
  const [meaning, nextStep] = codes.meanings[known.meaning];
  const causes = known.causes.map((id) => explainBy(texts, finding(id)));
  // Causes may have a next step in common.
  const nextSteps = new Set(nextStep ? [nextStep] : causes.map((cause) => cause.nextStep));
  return {
    code: known.code,
    sdks: known.sdks.map((sdk) => codes.sdks[sdk]),
    meaning,
    causes: causes.map(({ title }) => title),
    nextSteps: [...nextSteps],
  };
}

/** The SDK that shows a code, such as `'Express Web'`; several with commas. Empty for no code. */
export function sdkOfCode(code: number, locale: Locale = 'en'): string {
  return sdkOfCodeBy(codeTextsOf(locale), code);
}

export function sdkOfCodeBy({ sdks }: CodeTexts, code: number): string {
  return (lookUp(code)?.sdks ?? []).map((sdk) => sdks[sdk]).join(', ');
}
