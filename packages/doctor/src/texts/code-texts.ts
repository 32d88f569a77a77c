import type { Meaning, Sdk } from '../codes/catalogue.ts';

/** What a code means, and what to do; without that, what the findings that lead to it say. */
type CodeText = readonly [meaning: string, nextStep?: string];

/** The words for codes in a locale. */
export interface CodeTexts {
  readonly sdks: { readonly [sdk in Sdk]: string };
  readonly meanings: { readonly [meaning in Meaning]: CodeText };
}
