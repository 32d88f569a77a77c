import {
  authorizeRoom,
  checkUserId,
  createVerifier,
  type RoomChecks,
  Token04Error,
} from '@token04/core/web';
import { describe, isObject } from './json.ts';
import type { DiagnoseOptions } from './options.ts';
import { SERVICES } from './products.ts';

const DUMMY_SECRET = '0'.repeat(32);
const KNOWN: { readonly [name in keyof DiagnoseOptions]-?: true } = {
  serverSecret: true,
  otherSecrets: true,
  appId: true,
  userId: true,
  roomId: true,
  streamId: true,
  checks: true,
  service: true,
  userIdProfiles: true,
  now: true,
  clockToleranceInSeconds: true,
};

/**
 * The core checks the options that are the core's, under the same names and with the same errors.
 *
 * @throws Token04Error
 */
export function checkArguments(input: unknown, options: DiagnoseOptions): void {
  if (typeof input !== 'string') throw argumentError('input', 'a string', typeof input);
  if (!isObject(options)) throw argumentError('options', 'an object', describe(options));
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(KNOWN, name));
  if (unknown !== undefined) {
    // It may be anything, so it is shown only if it can be no secret.
    const got = /^\w{1,24}$/.test(unknown) ? `one with "${unknown}"` : 'one with another name';
    throw argumentError('options', `an object with ${Object.keys(KNOWN).join(', ')}`, got);
  }

  const {
    serverSecret,
    otherSecrets,
    roomId,
    streamId,
    checks,
    userIdProfiles,
    service,
    ...policy
  } = options;
  createVerifier({ ...policy, serverSecret: DUMMY_SECRET });
  const room = authorizeRoom('', {
    roomId: 'roomId' in options ? (roomId as string) : '',
    ...('checks' in options && { checks: checks as RoomChecks }),
  });
  if ('streamId' in options) room.publish(streamId as string);
  if ('userIdProfiles' in options) {
    if (!Array.isArray(userIdProfiles)) {
      throw argumentError('userIdProfiles', 'a list', describe(userIdProfiles));
    }
    for (const profile of userIdProfiles) checkUserId('a', profile);
  }
  if ('serverSecret' in options) checkSecrets('serverSecret', serverSecret);
  if ('otherSecrets' in options) {
    if (!Array.isArray(otherSecrets)) {
      throw argumentError('otherSecrets', 'a list', describe(otherSecrets));
    }
    checkSecrets('otherSecrets', otherSecrets);
  }
  if ('service' in options && !SERVICES.some((each) => each === service)) {
    throw argumentError('service', SERVICES.join(', '), describe(service));
  }
}

function checkSecrets(argument: string, given: unknown): void {
  const secrets: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (secrets.length === 0) throw argumentError(argument, 'one or more', 'an empty list');
  for (const secret of secrets) {
    if (typeof secret === 'string' && secret !== '') continue;
    const got = secret === '' ? 'an empty one' : describe(secret);
    throw argumentError(argument, 'a string that is not empty, or several', got);
  }
}

function argumentError(argument: string, expected: string, got: string): Token04Error {
  const message = `${argument} must be ${expected}, got ${got}`;
  return new Token04Error('ERR_TOKEN04_ARGUMENT', message, { argument });
}
