import { CTIME, FIELDS, GOOD, withFields } from '../make.ts';
import type { Cases } from './case.ts';

/** When a token was made, and when it ends. */
export const timeCases = {
  expired: [
    {
      title: 'an hour ago',
      input: GOOD,
      options: { now: FIELDS.expire + 3600 },
      values: { secondsAgo: 3600 },
    },
    {
      title: 'seen without the secret',
      input: GOOD,
      withoutSecret: true,
      options: { now: FIELDS.expire },
      values: { secondsAgo: 0 },
    },
  ],
  'expires-soon': [
    {
      title: '29 seconds for ZIM',
      input: GOOD,
      options: { now: FIELDS.expire - 29, service: 'zim' },
      values: { secondsLeft: 29 },
    },
  ],
  'ttl-not-positive': [
    {
      title: 'negative',
      input: withFields({ expire: CTIME - 60 }),
      options: { now: CTIME - 120 },
      values: { ttl: -60 },
      also: ['made-in-the-future'],
    },
  ],
  'ttl-timestamp': [
    {
      title: 'the end as the duration',
      input: withFields({ expire: CTIME + CTIME + 3600 }),
      severity: 'warning',
      values: { ttl: CTIME + 3600 },
    },
  ],
  'ttl-milliseconds': [
    {
      title: 'an hour',
      input: withFields({ expire: CTIME + 3_600_000 }),
      severity: 'warning',
      values: { ttl: 3_600_000 },
    },
    {
      title: 'a day',
      input: withFields({ expire: CTIME + 86_400_000 }),
      severity: 'warning',
      values: { ttl: 86_400_000 },
    },
  ],
  'made-in-the-future': [
    {
      title: 'a clock that is ten minutes ahead',
      input: GOOD,
      options: { now: CTIME - 600 },
      severity: 'warning',
      values: { secondsAhead: 600 },
    },
  ],
  'times-in-milliseconds': [
    {
      title: 'Date.now() as it is',
      input: withFields({ ctime: 1000 * CTIME, expire: 1000 * CTIME + 3600 }),
      severity: 'warning',
      also: ['outer-expire-milliseconds'],
    },
  ],
} satisfies Cases;
