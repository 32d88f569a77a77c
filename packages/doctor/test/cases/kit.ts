import { GOOD, KIT, kitToken, withPayload } from '../make.ts';
import type { Cases } from './case.ts';

/** Kit tokens. */
export const kitCases = {
  'kit-token': [{ title: 'for the prebuilt UIKit', input: kitToken(GOOD, KIT), severity: 'info' }],
  'kit-damaged': [{ title: 'no JSON behind the #', input: `${GOOD}#aGVsbG8=` }],
  'kit-missing': [{ title: 'for UIKit', input: GOOD, options: { service: 'uikit' } }],
  'kit-unexpected': [
    { title: 'for ZIM', input: kitToken(GOOD, KIT), options: { service: 'zim' } },
    { title: 'for Express', input: kitToken(GOOD, KIT), options: { service: 'express' } },
  ],
  'kit-mismatch': [
    {
      title: 'another user',
      input: kitToken(GOOD, { ...KIT, userID: 'root' }),
      values: { field: 'userId' },
    },
    {
      title: 'another app',
      input: kitToken(GOOD, { ...KIT, appID: 5 }),
      values: { field: 'appId' },
    },
    {
      title: 'another room than the privileges name',
      input: kitToken(withPayload({}), { ...KIT, roomID: 'r2' }),
      values: { field: 'roomId' },
    },
  ],
  'kit-wrapped-twice': [
    {
      title: 'a kit token of a kit token',
      input: kitToken(kitToken(GOOD, KIT), { ...KIT, userName: 'Two' }),
      severity: 'warning',
    },
  ],
} satisfies Cases;
