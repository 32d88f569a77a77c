import type { RoomChecks, UserIdProfile } from '@token04/core/web';
import type { Service } from './products.ts';

/** What is known about the token; all of it is optional. What is given is checked. */
export interface DiagnoseOptions {
  /** What the user believes the secret is: any string, also of a wrong length; or several. */
  serverSecret?: string | readonly string[];
  /** What it may have been made with by mistake: the AppSign, the callback secret, another app's. */
  otherSecrets?: readonly string[];
  /** The app for which the token should be. */
  appId?: number;
  /** The user with whom the client logs in. */
  userId?: string;
  /** The room that the client enters. */
  roomId?: string;
  /** The stream that the client publishes. */
  streamId?: string;
  /** Which operations the room checks; `'both'` unless given. */
  checks?: RoomChecks;
  /** The product whose rules count; those of Express, and the userId of all, unless given. */
  service?: Service;
  /** Warn of a userId that these would refuse; those of the product, or all, unless given. */
  userIdProfiles?: readonly UserIdProfile[];
  /** In seconds since 1970, fractions allowed; the clock unless given. */
  now?: number;
  /** For how many seconds beyond its expire a token is still good; 0 unless given. */
  clockToleranceInSeconds?: number;
}

/** The time by which a token is judged. */
export function nowOf(options: DiagnoseOptions): number {
  return options.now ?? Date.now() / 1000;
}
