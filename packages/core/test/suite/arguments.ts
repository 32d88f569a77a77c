// How arguments are judged: in which order, in which words, and what is taken.
import { assert } from 'chai';
import {
  APP_ID,
  APP_ID_FAULT,
  ARGUMENT_FAULT,
  fails,
  issue,
  PAYLOAD_FAULT,
  REQUEST,
  SECRET,
  SECRET_FAULT,
  type Suite,
  TIME_FAULT,
  USER_ID,
  USER_ID_FAULT,
} from './harness.ts';

export function argumentSuite(suite: Suite): void {
  const { core, test } = suite;
  const { generateToken04, createIssuer } = core;

  test('the whole message of a userId with a lone surrogate', () =>
    fails(() => core.generateToken04(APP_ID, 'de\udc00mo', SECRET, 60), {
      ...USER_ID_FAULT,
      message:
        'userId must be a well-formed string of 1 to 64 UTF-16 units, ' +
        'got an ill-formed string of 5 characters',
    }));
  test('issue effectiveTimeInSeconds: a timestamp is hinted at', () =>
    fails(() => issue(suite, { effectiveTimeInSeconds: 1_700_003_600 }), {
      ...TIME_FAULT,
      message:
        'effectiveTimeInSeconds must be an integer from 1 to 315360000 seconds ' +
        '(no timestamp; see allowLongLived), got 1700003600',
    }));
  test('issue effectiveTimeInSeconds: allowLongLived is not hinted at where it was given', () =>
    fails(() => issue(suite, { effectiveTimeInSeconds: 1e16, allowLongLived: true }), {
      ...TIME_FAULT,
      message: /^effectiveTimeInSeconds must be an integer from 1 to \d{16} seconds, got 10{16}$/,
    }));
  test('an object as payload: the message says what to do', () =>
    fails(() => issue(suite, { payload: { room_id: 'demo' } }), {
      ...PAYLOAD_FAULT,
      message: 'payload must be a well-formed string (see roomPayload), got an object',
    }));
  test('an AppSign as secret: the message says what it is not', () =>
    fails(() => createIssuer({ appId: APP_ID, serverSecret: '0'.repeat(64) }), {
      ...SECRET_FAULT,
      message:
        'serverSecret must be a string of 32 bytes (not the AppSign), got a string of 64 bytes',
    }));
  test('the whole message of a bad appId', () =>
    fails(() => generateToken04('123' as never, USER_ID, SECRET, 3600), {
      ...APP_ID_FAULT,
      message: 'appId must be an integer from 1 to 4294967295, got the string "123"',
    }));
  test('the checks run in the official order', async () => {
    const wrong: unknown[] = [0, '', 'short', 0, {}];
    const right: unknown[] = [APP_ID, USER_ID, SECRET, 3600, ''];
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < wrong.length; i++) {
      const args = [...right.slice(0, i), ...wrong.slice(i)];
      try {
        await (generateToken04 as (...args: unknown[]) => unknown)(...args);
      } catch (error) {
        codes.push((error as { code: string }).code);
      }
    }
    assert.deepEqual(codes, [
      'ERR_TOKEN04_APP_ID',
      'ERR_TOKEN04_USER_ID',
      'ERR_TOKEN04_SECRET',
      'ERR_TOKEN04_EFFECTIVE_TIME',
      'ERR_TOKEN04_PAYLOAD',
    ]);
  });
  test('generateToken04: appId, userId and secret are judged before the options', () =>
    fails(() => generateToken04(0, '', '', 0, '', { allowLongLived: 'x' as never }), APP_ID_FAULT));
  test('issue: the userId is judged before allowLongLived', () =>
    fails(() => issue(suite, { userId: '', allowLongLived: 1 }), USER_ID_FAULT));
  test('generateToken04: the time is judged before the payload', () =>
    fails(
      () =>
        generateToken04(APP_ID, USER_ID, SECRET, Number.MAX_SAFE_INTEGER, {} as never, {
          allowLongLived: true,
        }),
      TIME_FAULT,
    ));
  for (const value of [undefined, null, 5, 'x', [], () => 1]) {
    const got = value === null ? 'null' : typeof value;
    test(`issue: a request that is ${got} is refused`, () =>
      fails(() => createIssuer({ appId: APP_ID, serverSecret: SECRET }).issue(value as never), {
        ...ARGUMENT_FAULT,
        argument: 'request',
      }));
  }
  test('issue: a misspelt field is refused, not ignored', () =>
    fails(() => issue(suite, { payLoad: 'x' }), {
      ...ARGUMENT_FAULT,
      argument: 'payLoad',
      message: 'request has no "payLoad"; did you mean "payload"?',
    }));
  test('createIssuer: a mode that is none is refused', () =>
    fails(() => createIssuer({ appId: APP_ID, serverSecret: SECRET, mode: 'ecb' as never }), {
      ...ARGUMENT_FAULT,
      argument: 'mode',
      message: 'mode must be one of cbc, gcm, got the string "ecb"',
    }));
  test('generateToken04: options that are none are refused', () =>
    fails(() => generateToken04(APP_ID, USER_ID, SECRET, 3600, '', 5 as never), {
      ...ARGUMENT_FAULT,
      argument: 'options',
    }));
  test('generateToken04: allowLongLived that is no boolean is refused', () =>
    fails(
      () => generateToken04(APP_ID, USER_ID, SECRET, 3600, '', { allowLongLived: 1 as never }),
      {
        ...ARGUMENT_FAULT,
        argument: 'allowLongLived',
      },
    ));
  test('ten years are allowed, and more with allowLongLived', async () => {
    const tenYears = 315_360_000;
    const allowLongLived = true;
    const tokens = [
      await generateToken04(APP_ID, USER_ID, SECRET, tenYears),
      await generateToken04(APP_ID, USER_ID, SECRET, tenYears + 1, '', { allowLongLived }),
      (await issue(suite, { effectiveTimeInSeconds: tenYears + 2, allowLongLived })) as string,
    ];
    const lifetimes: number[] = [];
    for (const token of tokens) {
      const { claims } = await core.decodeToken04(token, SECRET);
      lifetimes.push(claims.expire - claims.ctime - tenYears);
    }
    assert.deepEqual(lifetimes, [0, 1, 2]);
  });
  test('ctime + effectiveTimeInSeconds stays a safe integer', () =>
    fails(
      () => issue(suite, { effectiveTimeInSeconds: Number.MAX_SAFE_INTEGER, allowLongLived: true }),
      TIME_FAULT,
    ));
  test('an absent and an undefined payload are empty', async () => {
    for (const request of [{}, { payload: undefined }, { payload: '' }]) {
      const token = (await issue(suite, request)) as string;
      assert.equal((await core.decodeToken04(token, SECRET)).claims.payload, '');
    }
  });
  test('issueMany: where one is bad, nothing is issued and the error names it', () => {
    const issuer = createIssuer({ appId: APP_ID, serverSecret: SECRET });
    return fails(() => issuer.issueMany([REQUEST, REQUEST, { ...REQUEST, userId: '' }]), {
      ...USER_ID_FAULT,
      argument: 'requests[2].userId',
      message: /^requests\[2\]\.userId must be /,
    });
  });
  test('issueMany: a hole in the list is refused', () => {
    const requests = [REQUEST];
    requests[2] = REQUEST;
    return fails(() => createIssuer({ appId: APP_ID, serverSecret: SECRET }).issueMany(requests), {
      ...ARGUMENT_FAULT,
      argument: 'requests[1]',
    });
  });
  test('issueMany: what is no list is refused', () =>
    fails(() => createIssuer({ appId: APP_ID, serverSecret: SECRET }).issueMany('x' as never), {
      ...ARGUMENT_FAULT,
      argument: 'requests',
    }));
  test('issueMany: a token for each request, in order; none for none', async () => {
    const issuer = createIssuer({ appId: APP_ID, serverSecret: SECRET, mode: 'gcm' });
    const tokens = await issuer.issueMany(
      ['a', 'b', 'c'].map((userId) => ({ ...REQUEST, userId })),
    );
    const users: string[] = [];
    for (const token of tokens) {
      users.push((await core.decodeToken04(token, SECRET)).claims.userId);
    }
    assert.deepEqual(users, ['a', 'b', 'c']);
    assert.deepEqual(await issuer.issueMany([]), []);
  });
}
