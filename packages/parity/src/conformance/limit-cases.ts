import type { Token04Claims } from '@token04/core';
import type { Mode } from '@token04/fixtures';
import type { Case } from './case.ts';
import { accepted } from './claims.ts';
import type { Description } from './description.ts';
import { type Expectation, failure, refusal } from './expectation.ts';
import { CLAIMS, CTIME, EXPIRE, seal } from './tokens.ts';
import { inMode, verifyCase } from './verify-cases.ts';

const DAY = 86_400;
/** What ZIM takes at most, from now to expire (docs/specification.md, 6). */
const ZIM_MOST_LEFT = 24 * DAY;

/** What tolerance lengthens, and what it leaves alone; what each service adds. */
export function* limitCases({ verify, options = [] }: Description): Generator<Case> {
  for (const mode of verify) {
    const hasTolerance = options.includes('clockToleranceInSeconds');
    const hasService = options.includes('service');
    if (hasTolerance) yield* toleranceCases(mode);
    if (hasService) yield* serviceCases(mode);
    if (hasTolerance && hasService) yield* bothCases(mode);
  }
}

type Policy = { readonly now: number; readonly [name: string]: unknown };

function casesOf(mode: Mode) {
  return (
    name: string,
    expected: Expectation | 'accepted',
    policy: Policy,
    changes: Partial<Token04Claims> = {},
  ): Case => {
    const claims = { ...CLAIMS, ...changes };
    const token = seal(mode, claims);
    const expectation = expected === 'accepted' ? accepted(claims) : expected;
    return verifyCase(inMode(mode, name), { token, ...policy }, expectation);
  };
}

const expired = failure('Expired');
const mismatch = failure('Mismatch');
const claimsFault = failure('Claims');

function* toleranceCases(mode: Mode): Generator<Case> {
  const judge = casesOf(mode);
  const tolerate = (clockToleranceInSeconds: number, now: number): Policy => ({
    now,
    clockToleranceInSeconds,
  });
  for (const seconds of [1, 10, 60, 61, 300, 301, 3600, 30 * DAY, 2 ** 31, 2 ** 33]) {
    const name = `tolerance/${seconds}`;
    yield judge(`${name}-last-second`, 'accepted', tolerate(seconds, EXPIRE + seconds - 1));
    yield judge(`${name}-just-before`, 'accepted', tolerate(seconds, EXPIRE + seconds - 0.01));
    yield judge(`${name}-used-up`, expired, tolerate(seconds, EXPIRE + seconds));
    yield judge(`${name}-one-more`, expired, tolerate(seconds, EXPIRE + seconds + 1));
    yield judge(`${name}-nearly-twice`, expired, tolerate(seconds, EXPIRE + 2 * seconds - 0.5));
  }
  yield judge('tolerance/a-half', 'accepted', tolerate(0.5, EXPIRE + 0.25));
  yield judge('tolerance/a-half-used-up', expired, tolerate(0.5, EXPIRE + 0.5));
  yield judge('tolerance/one-and-a-half', 'accepted', tolerate(1.5, EXPIRE + 1.25));
  yield judge('tolerance/0-is-none', expired, tolerate(0, EXPIRE));
  yield judge('tolerance/0-before-the-end', 'accepted', tolerate(0, EXPIRE - 0.5));
  yield judge('tolerance/absent-is-none', expired, { now: EXPIRE });
  yield judge('tolerance/does-not-shorten', 'accepted', tolerate(60, EXPIRE - 1));
  yield judge('tolerance/negative-refused', refusal, tolerate(-1, CTIME));
  yield judge('tolerance/negative-refused-near-the-end', refusal, tolerate(-60, EXPIRE - 30));
  // Other checks know no tolerance.
  const long = tolerate(DAY, EXPIRE);
  yield judge('tolerance/not-for-the-lifetime', claimsFault, long, { ctime: EXPIRE });
  yield judge('tolerance/not-for-a-negative-lifetime', claimsFault, long, { ctime: EXPIRE + 60 });
  yield judge('tolerance/not-for-nobody', claimsFault, long, { userId: '' });
  yield judge('tolerance/not-for-the-app', mismatch, { ...long, appId: CLAIMS.appId + 1 });
  yield judge('tolerance/not-for-the-user', mismatch, { ...long, userId: 'root' });
}

function* serviceCases(mode: Mode): Generator<Case> {
  const judge = casesOf(mode);
  const zim = { service: 'zim' } as const;
  const express = { service: 'express' } as const;
  const payload = '{"room_id":"r1","privilege":{"1":1,"2":1},"stream_id_list":null}';

  yield judge('zim/good', 'accepted', { now: CTIME, ...zim });
  yield judge('zim/30-seconds-left', 'accepted', { now: EXPIRE - 30, ...zim });
  yield judge('zim/more-than-30-seconds-left', 'accepted', { now: EXPIRE - 30.001, ...zim });
  yield judge('zim/less-than-30-seconds-left', expired, { now: EXPIRE - 29.999, ...zim });
  yield judge('zim/1-second-left', expired, { now: EXPIRE - 1, ...zim });
  yield judge('zim/expired', expired, { now: EXPIRE, ...zim });
  yield judge('zim/payload', mismatch, { now: CTIME, ...zim }, { payload });
  yield judge('zim/payload-of-a-blank', mismatch, { now: CTIME, ...zim }, { payload: ' ' });
  const days = { expire: CTIME + ZIM_MOST_LEFT };
  yield judge('zim/24-days', 'accepted', { now: CTIME, ...zim }, days);
  yield judge('zim/24-days-and-a-moment', mismatch, { now: CTIME - 0.001, ...zim }, days);
  yield judge('zim/24-days-and-a-second', mismatch, { now: CTIME - 1, ...zim }, days);
  // The days are counted from now on, and not from ctime.
  const old = { ctime: CTIME - 10 * DAY, expire: CTIME + 20 * DAY };
  yield judge('zim/made-long-ago', 'accepted', { now: CTIME, ...zim }, old);
  const ahead = { ctime: CTIME + 10 * DAY, expire: CTIME + 25 * DAY };
  yield judge('zim/made-far-ahead', mismatch, { now: CTIME, ...zim }, ahead);

  // In this order: claims, app, user, ZIM's own, time.
  const wrong = { payload, expire: EXPIRE };
  yield judge(
    'zim/nobody-before-payload',
    claimsFault,
    { now: CTIME, ...zim },
    { ...wrong, userId: '' },
  );
  yield judge('zim/payload-before-expired', mismatch, { now: EXPIRE + 1, ...zim }, wrong);
  yield judge('zim/payload-before-30-seconds', mismatch, { now: EXPIRE - 1, ...zim }, wrong);
  const near = { now: EXPIRE - 10, ...zim };
  yield judge('zim/app-before-30-seconds', mismatch, { ...near, appId: CLAIMS.appId + 1 });
  yield judge('zim/user-before-30-seconds', mismatch, { ...near, userId: 'root' });

  yield judge('express/good', 'accepted', { now: CTIME, ...express });
  yield judge('express/payload', 'accepted', { now: CTIME, ...express }, { payload });
  yield judge(
    'express/a-year',
    'accepted',
    { now: CTIME, ...express },
    { expire: CTIME + 365 * DAY },
  );
  yield judge('express/a-second-left', 'accepted', { now: EXPIRE - 1, ...express });
  yield judge('express/expired', expired, { now: EXPIRE, ...express });
  yield judge('absent/payload', 'accepted', { now: CTIME }, { payload });
  yield judge('absent/a-second-left', 'accepted', { now: EXPIRE - 1 });
  for (const service of ['rtc', 'ZIM', '', 'zim ']) {
    const name = `service/${service.trim() || 'empty'}-${service.length}-refused`;
    yield judge(name, refusal, { now: CTIME, service });
  }
}

/** ZIM's own limits are measured without the tolerance. */
function* bothCases(mode: Mode): Generator<Case> {
  const judge = casesOf(mode);
  const both = { service: 'zim', clockToleranceInSeconds: 60 };
  yield judge('zim-tolerance/good', 'accepted', { now: CTIME, ...both });
  yield judge('zim-tolerance/30-seconds-left', 'accepted', { now: EXPIRE - 30, ...both });
  yield judge('zim-tolerance/29-seconds-left', expired, { now: EXPIRE - 29, ...both });
  yield judge('zim-tolerance/within-the-tolerance', expired, { now: EXPIRE + 1, ...both });
  yield judge('zim-tolerance/tolerance-used-up', expired, { now: EXPIRE + 60, ...both });
  const days = { expire: CTIME + ZIM_MOST_LEFT + 1 };
  yield judge('zim-tolerance/24-days-and-a-second', mismatch, { now: CTIME, ...both }, days);
}
