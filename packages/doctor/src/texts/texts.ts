import type { UserIdProfile } from '@token04/core/web';
import type { Finding, FindingId } from '../findings.ts';

/** Title, detail and next step. */
type Text = readonly [title: string, detail: string, nextStep: string];

/** The texts of a locale; `duration` writes seconds in words. */
export type Texts = {
  readonly [id in FindingId]:
    | Text
    | ((
        values: Finding['values'],
        duration: (seconds: string | number | undefined) => string,
      ) => Text);
};

/** What people call the products, in every language. */
export const PRODUCTS: { readonly [profile in UserIdProfile]: string } = {
  'express-native': 'Express',
  'express-web': 'Express Web',
  zim: 'ZIM',
  uikit: 'UIKit',
  'ai-agent': 'AI Agent',
  aiagent: 'AI Agent',
  portable: 'ZIM, UIKit or AI Agent',
};
