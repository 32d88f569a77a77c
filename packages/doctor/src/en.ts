/** The doctor with the texts in English alone, for a bundle that shows no other language. */
import { type CodeExplanation, explainCodeBy, sdkOfCodeBy } from './codes/explain-code.ts';
import { type Explanation, explainBy } from './explain.ts';
import type { Finding } from './findings.ts';
import { codes } from './texts/en/codes.ts';
import { en } from './texts/en/texts.ts';

export { diagnose } from './diagnose.ts';
export { diagnoseAll } from './diagnose-all.ts';

/** As `explain` of the main entry. */
export function explain(finding: Finding): Explanation {
  return explainBy(en, finding);
}

/** As `explainCode` of the main entry. */
export function explainCode(code: number | string): CodeExplanation | undefined {
  return explainCodeBy(en, codes, code);
}

/** As `sdkOfCode` of the main entry. */
export function sdkOfCode(code: number): string {
  return sdkOfCodeBy(codes, code);
}
