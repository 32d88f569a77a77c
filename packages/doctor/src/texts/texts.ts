import type { FindingId } from '../finding-ids.ts';
import type { Finding } from '../findings.ts';

/**
 * Title, detail and next step; the detail is empty where the title says all. Where a fact is from
 * stands beside the text in English.
 */
export type Text = readonly [title: string, detail: string, nextStep: string];

/** A number or a name that a text shows. */
export type Value = string | number | undefined;

/** A text that shows values; `duration` writes seconds in words. */
export type TextOf = (values: Finding['values'], duration: (seconds: Value) => string) => Text;

/** The texts of some findings. */
export type TextsOf<Ids extends FindingId> = { readonly [id in Ids]: Text | TextOf };

/** The texts of all findings. */
type Texts = TextsOf<FindingId>;

/** A language that the texts are in. */
export type Locale = 'en' | 'zh-CN';

/** The texts of a language but those of codes, which are left out where no code is explained. */
export interface LocaleTexts {
  readonly locale: Locale;
  readonly findings: Texts;
}
