import {
  argumentError,
  copyList,
  isArray,
  listOf,
  oneOf,
  optional,
  type Reader,
  readAnyUserId,
  readAppId,
  readFields,
  readNumber,
  readRoomChecks,
  readSeconds,
  readString,
} from '@token04/core/check';
import { USER_ID_RULES, type UserIdProfile } from '@token04/core/format';
import type { DiagnoseOptions } from './options.ts';
import { SERVICES } from './products.ts';

const readSecrets = listOf(readSecret);
/** As the core reads them; a secret may have any length, since it may be a wrong one. */
const READERS: { readonly [option in keyof Required<DiagnoseOptions>]: Reader<unknown> } = {
  serverSecret: optional((value, argument) =>
    (isArray(value) ? readSecrets : readSecret)(value, argument),
  ),
  otherSecrets: optional(readSecrets),
  appId: optional(readAppId),
  userId: optional(readAnyUserId),
  roomId: optional(readString),
  streamId: optional(readString),
  checks: optional(readRoomChecks),
  service: optional(oneOf(SERVICES)),
  userIdProfiles: optional(readProfiles),
  now: optional(readNumber),
  clockToleranceInSeconds: optional(readSeconds),
};
const readProfile = oneOf(Object.keys(USER_ID_RULES) as UserIdProfile[]);

/**
 * Checks the input and the options, of which none may be present but undefined.
 *
 * @throws Token04Error
 */
export function checkArguments(input: unknown, options: unknown): void {
  readString(input, 'input');
  readFields(options, 'options', READERS, 'refused');
}

function readSecret(value: unknown, argument: string): string {
  if (typeof value === 'string' && value !== '') return value;
  // What it is may be shown, what it says may not.
  const got = value === '' ? 'an empty one' : `the type ${typeof value}`;
  throw argumentError(argument, 'a string that is not empty', got);
}

function readProfiles(value: unknown, argument: string): void {
  for (const profile of copyList(value, argument)) readProfile(profile, argument);
}
