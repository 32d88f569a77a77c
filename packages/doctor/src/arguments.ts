import {
  argumentError,
  copyList,
  describe,
  isArray,
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

/** As the core reads them; a secret may have any length, since it may be a wrong one. */
const READERS: { readonly [option in keyof Required<DiagnoseOptions>]: Reader<unknown> } = {
  serverSecret: optional((value, argument) =>
    readSecrets(isArray(value) ? value : [value], argument),
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
  if (typeof input !== 'string') throw argumentError('input', 'a string', describe(input));
  readFields(options, 'options', READERS, 'refused');
}

function readSecrets(value: unknown, argument: string): void {
  const secrets = copyList(value, argument);
  if (secrets.length === 0) throw argumentError(argument, 'one or more', 'an empty list');
  for (const secret of secrets) {
    if (typeof secret === 'string' && secret !== '') continue;
    // What it is may be shown, what it says may not.
    const got = secret === '' ? 'an empty one' : `the type ${typeof secret}`;
    throw argumentError(argument, 'a string that is not empty, or several', got);
  }
}

function readProfiles(value: unknown, argument: string): void {
  for (const profile of copyList(value, argument)) readProfile(profile, argument);
}
