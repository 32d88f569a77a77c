import type { FindingId } from '../finding-ids.ts';
import type { Finding } from '../findings.ts';

/** Title, detail and next step. Where a fact is from stands beside the text in English. */
type Text = readonly [title: string, detail: string, nextStep: string];

/** The texts of some findings; `duration` writes seconds in words. */
export type TextsOf<Ids extends FindingId> = {
  readonly [id in Ids]:
    | Text
    | ((
        values: Finding['values'],
        duration: (seconds: string | number | undefined) => string,
      ) => Text);
};

/** The texts of all findings. */
type Texts = TextsOf<FindingId>;

/** A language that the texts are in. */
export type Locale = 'en' | 'zh-CN';

/** The texts of a language but those of codes, which are left out where no code is explained. */
export interface LocaleTexts {
  readonly locale: Locale;
  readonly findings: Texts;
}
