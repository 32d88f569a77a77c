import { MAX_APP_ID } from '@token04/core/format';

/** The appId in a field: undefined if the field is blank, NaN if it holds no app ID. */
export function parseAppId(text: string): number | undefined {
  const digits = text.trim();
  if (digits === '') return undefined;
  const appId = /^\d{1,10}$/.test(digits) ? Number(digits) : Number.NaN;
  return appId >= 1 && appId <= MAX_APP_ID ? appId : Number.NaN;
}
