import type { FindingId } from '../finding-ids.ts';
import type { Finding } from '../findings.ts';

/** Title, detail and next step. */
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

/** The texts of a locale. */
export type Texts = TextsOf<FindingId>;
