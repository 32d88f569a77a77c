import { odd } from '../odd-vector.mjs';
import { NOW } from '../token.mjs';
import { ALL } from './makers.mjs';

export const area = 'time';
export const description =
  'Times that look wrong. Reading compares them with no clock; whether they are acceptable is for verifying to say.';

const SHAPE = 'Reading judges no lifetime, as there is a generator that does not.';

export const vectors = [
  odd(
    'ctime-half-a-second-ahead',
    'A ctime in the next second.',
    'dotnet',
    'Official .NET rounds to the nearest second.',
    { fields: { ctime: NOW + 1 } },
  ),
  odd(
    'ctime-far-ahead',
    'A ctime in the year 2096, as of a server with a wrong clock.',
    ALL,
    'ctime is never compared with the clock.',
    { fields: { ctime: 4_000_000_000, expire: 4_000_003_600 } },
  ),
  odd(
    'expire-before-ctime',
    'It ends before it was made.',
    'node',
    'Official Node.js takes a negative lifetime in CBC.',
    { fields: { expire: NOW - 60 } },
  ),
  odd('gcm-expire-before-ctime', 'It ends before it was made, in GCM.', '', SHAPE, {
    fields: { expire: NOW - 60 },
    mode: 'gcm',
  }),
  odd('expire-is-ctime', 'It ends when it was made.', '', SHAPE, { fields: { expire: NOW } }),
  odd('long-expired', 'It ended in 2001.', ALL, 'Reading compares nothing with the clock.', {
    fields: { ctime: 1_000_000_000, expire: 1_000_000_060 },
  }),
  odd('one-second', 'It lives for one second.', ALL, 'The shortest lifetime.', {
    fields: { expire: NOW + 1 },
  }),
  odd(
    'beyond-2038',
    'It ends behind the last second of an int32.',
    ALL,
    'The expire is an int64.',
    { fields: { ctime: 2_147_483_000, expire: 2_147_483_648 } },
  ),
  odd(
    'beyond-2106',
    'It ends behind the last second of a uint32.',
    ALL,
    'The expire is an int64.',
    { fields: { ctime: 4_294_967_000, expire: 4_294_967_296 } },
  ),
  odd(
    'gcm-beyond-2106',
    'It ends behind the last second of a uint32, in GCM.',
    'go python node java cpp php php-typed',
    'The expire is an int64.',
    { fields: { ctime: 4_294_967_000, expire: 4_294_967_296 }, mode: 'gcm' },
  ),
  odd(
    'milliseconds-as-lifetime',
    'The end is a millisecond time passed as a lifetime.',
    '',
    'A common mistake, which reading does not judge.',
    { fields: { expire: NOW + NOW * 1000 } },
  ),
  odd(
    'largest',
    'The largest integer that a double can tell from its neighbours.',
    '',
    'It is a safe integer.',
    { fields: { expire: 9007199254740991 } },
  ),
  odd(
    'since-1970',
    'Made in the first second of 1970.',
    '',
    'Reading compares nothing with the clock.',
    { fields: { ctime: 0, expire: 1 } },
  ),
  odd('before-1970', 'Both times are negative.', '', 'They are signed integers.', {
    fields: { ctime: -7200, expire: -3600 },
  }),
];
