import { assert } from 'chai';
import { APP_ID, type Expected, fails, MODES, SECRET, type Suite, USER_ID } from './harness.ts';

interface BadValue {
  readonly value: unknown;
  readonly got: string;
}

const bad = (value: unknown, got: string): BadValue => ({ value, got });

const BAD_APP_IDS = [
  bad(0, '0'),
  bad(-1, '-1'),
  bad(1.5, '1.5'),
  bad(2 ** 32, '4294967296'),
  bad(Number.NaN, 'NaN'),
  bad(Number.POSITIVE_INFINITY, 'Infinity'),
  bad('123', 'the string "123"'),
  bad(SECRET, 'a string of 32 characters'),
  bad(1n, 'a bigint'),
  bad(null, 'null'),
  bad(undefined, 'undefined'),
  bad({}, 'an object'),
  bad([1], 'an array'),
  bad(true, 'true'),
  bad(Symbol('x'), 'a symbol'),
  bad(() => 1, 'a function'),
];

const BAD_USER_IDS = [
  bad('', 'the string ""'),
  bad('x'.repeat(65), 'a string of 65 characters'),
  bad('\ud800', 'an ill-formed string of 1 characters'),
  bad(7, '7'),
  bad(null, 'null'),
  bad(undefined, 'undefined'),
  bad(Object('demo'), 'an object'),
];

const BAD_SECRETS = [
  bad('', 'a string of 0 bytes'),
  bad('x'.repeat(16), 'a string of 16 bytes'),
  bad('x'.repeat(31), 'a string of 31 bytes'),
  bad('x'.repeat(33), 'a string of 33 bytes'),
  bad('é'.repeat(32), 'a string of 64 bytes'),
  bad('0'.repeat(64), 'a string of 64 bytes'),
  bad(`"${SECRET}"`, 'a string of 34 bytes with quotes around it'),
  bad(`'${SECRET}'`, 'a string of 34 bytes with quotes around it'),
  bad(`${SECRET}\n`, 'a string of 33 bytes with blanks or line ends'),
  bad(`${SECRET}\r\n`, 'a string of 34 bytes with blanks or line ends'),
  bad(` ${SECRET}`, 'a string of 33 bytes with blanks or line ends'),
  bad(`${SECRET}\t`, 'a string of 33 bytes with blanks or line ends'),
  bad(`${'x'.repeat(29)}\udc00`, 'an ill-formed string of 30 characters'),
  bad(undefined, 'undefined'),
  bad(null, 'null'),
  bad(new Uint8Array(32), 'an object'),
];

const BAD_TIMES = [
  bad(0, '0'),
  bad(-1, '-1'),
  bad(1.5, '1.5'),
  bad(Number.NaN, 'NaN'),
  bad('3600', 'the string "3600"'),
  bad(undefined, 'undefined'),
  bad(2 ** 53, '9007199254740992'),
  bad(1_700_003_600, '1700003600'),
  bad(315_360_001, '315360001'),
];

const BAD_PAYLOADS = [
  bad({ room_id: 'demo' }, 'an object'),
  bad([], 'an array'),
  bad(null, 'null'),
  bad(5, '5'),
  bad('\udfff', 'an ill-formed string of 1 characters'),
];

export function argumentSuite(suite: Suite): void {
  const { core, test } = suite;
  const { generateToken04, createIssuer } = core;
  const good = { userId: USER_ID, effectiveTimeInSeconds: 3600 };

  function rows(
    values: readonly BadValue[],
    expected: Expected,
    call: (value: unknown) => unknown,
    title: string,
  ): void {
    for (const { value, got } of values) {
      test(`${title}: ${got}`, () =>
        fails(() => call(value), { ...expected, message: new RegExp(`got ${literally(got)}$`) }));
    }
  }

  const issue = (change: object): unknown =>
    createIssuer({ appId: APP_ID, serverSecret: SECRET }).issue({ ...good, ...change } as never);

  const appId = { code: 'ERR_TOKEN04_APP_ID', officialCode: 1, argument: 'appId' };
  rows(
    BAD_APP_IDS,
    appId,
    (value) => generateToken04(value as never, USER_ID, SECRET, 3600),
    'generateToken04 appId',
  );
  rows(
    BAD_APP_IDS,
    appId,
    (value) => createIssuer({ appId: value as never, serverSecret: SECRET }),
    'createIssuer appId',
  );

  const userId = { code: 'ERR_TOKEN04_USER_ID', officialCode: 3, argument: 'userId' };
  rows(
    BAD_USER_IDS,
    userId,
    (value) => generateToken04(APP_ID, value as never, SECRET, 3600),
    'generateToken04 userId',
  );
  rows(BAD_USER_IDS, userId, (value) => issue({ userId: value }), 'issue userId');

  const secret = { code: 'ERR_TOKEN04_SECRET', officialCode: 5 };
  rows(
    BAD_SECRETS,
    { ...secret, argument: 'secret' },
    (value) => generateToken04(APP_ID, USER_ID, value as never, 3600),
    'generateToken04 secret',
  );
  const withSecret = { ...secret, argument: 'serverSecret' };
  rows(
    BAD_SECRETS,
    withSecret,
    (value) => createIssuer({ appId: APP_ID, serverSecret: value as never }),
    'createIssuer serverSecret',
  );
  rows(
    BAD_SECRETS,
    withSecret,
    (value) => core.decodeToken04('04', value as never),
    'decodeToken04 serverSecret',
  );
  rows(
    BAD_SECRETS,
    withSecret,
    (value) => core.createVerifier({ serverSecret: value as never }),
    'createVerifier serverSecret',
  );
  rows(
    BAD_SECRETS,
    { ...secret, argument: 'serverSecret[1]' },
    (value) => core.verifyToken04('04', { serverSecret: [SECRET, value as never] }),
    'verifyToken04 serverSecret[1]',
  );

  const time = {
    code: 'ERR_TOKEN04_EFFECTIVE_TIME',
    officialCode: 6,
    argument: 'effectiveTimeInSeconds',
  };
  rows(
    BAD_TIMES,
    time,
    (value) => generateToken04(APP_ID, USER_ID, SECRET, value as never),
    'generateToken04 effectiveTimeInSeconds',
  );
  rows(
    BAD_TIMES,
    time,
    (value) => issue({ effectiveTimeInSeconds: value }),
    'issue effectiveTimeInSeconds',
  );

  test('issue effectiveTimeInSeconds: a timestamp is hinted at', () =>
    fails(() => issue({ effectiveTimeInSeconds: 1_700_003_600 }), {
      ...time,
      message:
        'effectiveTimeInSeconds must be an integer from 1 to 315360000 seconds ' +
        '(no timestamp; see allowLongLived), got 1700003600',
    }));
  test('issue effectiveTimeInSeconds: allowLongLived is not hinted at where it was given', () =>
    fails(() => issue({ effectiveTimeInSeconds: 1e16, allowLongLived: true }), {
      ...time,
      message: /^effectiveTimeInSeconds must be an integer from 1 to \d{16} seconds, got 10{16}$/,
    }));

  const payload = { code: 'ERR_TOKEN04_PAYLOAD', argument: 'payload' };
  rows(
    BAD_PAYLOADS,
    payload,
    (value) => generateToken04(APP_ID, USER_ID, SECRET, 3600, value as never),
    'generateToken04 payload',
  );
  rows(BAD_PAYLOADS, payload, (value) => issue({ payload: value }), 'issue payload');

  test('an object as payload: the message says what to do', () =>
    fails(() => issue({ payload: { room_id: 'demo' } }), {
      ...payload,
      message: 'payload must be a well-formed string (see roomPayload), got an object',
    }));
  test('an AppSign as secret: the message says what it is not', () =>
    fails(() => createIssuer({ appId: APP_ID, serverSecret: '0'.repeat(64) }), {
      ...withSecret,
      message:
        'serverSecret must be a string of 32 bytes (not the AppSign), got a string of 64 bytes',
    }));

  test('the whole message of a bad appId', () =>
    fails(() => generateToken04('123' as never, USER_ID, SECRET, 3600), {
      ...appId,
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
    fails(() => generateToken04(0, '', '', 0, '', { allowLongLived: 'x' as never }), appId));
  test('issue: the userId is judged before allowLongLived', () =>
    fails(() => issue({ userId: '', allowLongLived: 1 }), userId));
  test('generateToken04: the time is judged before the payload', () =>
    fails(
      () =>
        generateToken04(APP_ID, USER_ID, SECRET, Number.MAX_SAFE_INTEGER, {} as never, {
          allowLongLived: true,
        }),
      time,
    ));

  for (const value of [undefined, null, 5, 'x', [], () => 1]) {
    const got = value === null ? 'null' : typeof value;
    test(`issue: a request that is ${got}`, () =>
      fails(() => createIssuer({ appId: APP_ID, serverSecret: SECRET }).issue(value as never), {
        code: 'ERR_TOKEN04_ARGUMENT',
        argument: 'request',
      }));
  }

  test('issue: a misspelt field is refused, not ignored', () =>
    fails(() => issue({ payLoad: 'x' }), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'payLoad',
      message: 'request has no "payLoad"; did you mean "payload"?',
    }));
  test('createIssuer: a mode that is none', () =>
    fails(() => createIssuer({ appId: APP_ID, serverSecret: SECRET, mode: 'ecb' as never }), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'mode',
      message: 'mode must be one of cbc, gcm, got the string "ecb"',
    }));
  test('generateToken04: options that are none', () =>
    fails(() => generateToken04(APP_ID, USER_ID, SECRET, 3600, '', 5 as never), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'options',
    }));
  test('generateToken04: allowLongLived that is no boolean', () =>
    fails(
      () => generateToken04(APP_ID, USER_ID, SECRET, 3600, '', { allowLongLived: 1 as never }),
      {
        code: 'ERR_TOKEN04_ARGUMENT',
        argument: 'allowLongLived',
      },
    ));

  test('ten years are allowed, and more with allowLongLived', async () => {
    const tenYears = 315_360_000;
    const allowLongLived = true;
    const tokens = [
      await generateToken04(APP_ID, USER_ID, SECRET, tenYears),
      await generateToken04(APP_ID, USER_ID, SECRET, tenYears + 1, '', { allowLongLived }),
      (await issue({ effectiveTimeInSeconds: tenYears + 2, allowLongLived })) as string,
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
      () => issue({ effectiveTimeInSeconds: Number.MAX_SAFE_INTEGER, allowLongLived: true }),
      time,
    ));

  test('an absent and an undefined payload are empty', async () => {
    for (const request of [{}, { payload: undefined }, { payload: '' }]) {
      const token = (await issue(request)) as string;
      assert.equal((await core.decodeToken04(token, SECRET)).claims.payload, '');
    }
  });

  test('issueMany: where one is bad, nothing is issued and the error names it', () => {
    const issuer = createIssuer({ appId: APP_ID, serverSecret: SECRET });
    return fails(() => issuer.issueMany([good, good, { ...good, userId: '' }]), {
      ...userId,
      argument: 'requests[2].userId',
      message: /^requests\[2\]\.userId must be /,
    });
  });
  test('issueMany: a hole in the list', () => {
    const requests = [good];
    requests[2] = good;
    return fails(() => createIssuer({ appId: APP_ID, serverSecret: SECRET }).issueMany(requests), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'requests[1]',
    });
  });
  test('issueMany: no list', () =>
    fails(() => createIssuer({ appId: APP_ID, serverSecret: SECRET }).issueMany('x' as never), {
      code: 'ERR_TOKEN04_ARGUMENT',
      argument: 'requests',
    }));
  test('issueMany: a token for each request, in order; none for none', async () => {
    const issuer = createIssuer({ appId: APP_ID, serverSecret: SECRET, mode: 'gcm' });
    const tokens = await issuer.issueMany(['a', 'b', 'c'].map((userId) => ({ ...good, userId })));
    const users: string[] = [];
    for (const token of tokens) {
      users.push((await core.decodeToken04(token, SECRET)).claims.userId);
    }
    assert.deepEqual(users, ['a', 'b', 'c']);
    assert.deepEqual(await issuer.issueMany([]), []);
  });

  tooLargeSuite(suite);
  seamSuite(suite);
}

function tooLargeSuite({ core, test }: Suite): void {
  for (const mode of MODES) {
    const issue = (payload: string) =>
      core
        .createIssuer({ appId: APP_ID, serverSecret: SECRET, mode })
        .issue({ userId: USER_ID, effectiveTimeInSeconds: 1, payload });
    const tooLarge = { code: 'ERR_TOKEN04_TOO_LARGE', argument: 'payload' };

    test(`${mode}: the largest payloads are issued and read`, async () => {
      // The JSON around it has 85 to 115 bytes, as the digits of the random nonce have it.
      for (const payload of ['x'.repeat(65_400), '流'.repeat(21_800), '"'.repeat(32_700)]) {
        const { claims } = await core.decodeToken04(await issue(payload), SECRET);
        assert.equal(claims.payload, payload);
      }
    });
    for (const [name, payload] of [
      ['65,519 letters', 'x'.repeat(65_519)],
      ['65,450 letters and the JSON around them', 'x'.repeat(65_450)],
      ['21,840 characters of three bytes', '流'.repeat(21_840)],
      ['32,760 quotes, two bytes each in JSON', '"'.repeat(32_760)],
      ['10,000,000 letters', 'x'.repeat(10_000_000)],
    ] as const) {
      test(`${mode}: too large: ${name}`, () => fails(() => issue(payload), tooLarge));
    }
  }
}

function seamSuite({ test, testing }: Suite): void {
  const parts = {
    plaintext: '{}',
    expire: 1,
    serverSecret: SECRET,
    mode: 'cbc' as const,
    iv: new Uint8Array(16),
  };
  const argument = (name: string) => ({ code: 'ERR_TOKEN04_ARGUMENT', argument: name });
  test('sealToken04: an IV that does not fit the mode', () =>
    fails(() => testing.sealToken04({ ...parts, iv: new Uint8Array(12) }), argument('iv')));
  test('sealToken04: an IV that is a list', () =>
    fails(() => testing.sealToken04({ ...parts, iv: Array(16).fill(0) as never }), argument('iv')));
  test('sealToken04: an expire beyond 64 bits', () =>
    fails(() => testing.sealToken04({ ...parts, expire: 2n ** 63n }), argument('expire')));
  test('sealToken04: an expire that is no integer', () =>
    fails(() => testing.sealToken04({ ...parts, expire: 1.5 }), argument('expire')));
  test('sealToken04: a plaintext that is none', () =>
    fails(() => testing.sealToken04({ ...parts, plaintext: 5 as never }), argument('plaintext')));
  for (const mode of ['cbc', 'gcm'] as const) {
    test(`sealToken04: 65,519 bytes fit in ${mode}, one more does not`, async () => {
      const iv = new Uint8Array(mode === 'cbc' ? 16 : 12);
      const token = await testing.sealToken04({
        ...parts,
        mode,
        iv,
        plaintext: new Uint8Array(65_519),
      });
      assert.equal(token.slice(0, 2), '04');
      await fails(
        () => testing.sealToken04({ ...parts, mode, iv, plaintext: new Uint8Array(65_520) }),
        { code: 'ERR_TOKEN04_TOO_LARGE', argument: 'plaintext' },
      );
    });
  }
  test('encodeToken04: a userId that is too large', () =>
    fails(
      () =>
        testing.encodeToken04({
          claims: {
            appId: 1,
            userId: 'x'.repeat(70_000),
            ctime: 0,
            expire: 0,
            nonce: 0,
            payload: '',
          },
          serverSecret: SECRET,
          mode: 'gcm',
          iv: new Uint8Array(12),
        }),
      { code: 'ERR_TOKEN04_TOO_LARGE', argument: 'claims' },
    ));
  test('sealToken04: the IV and the plaintext are those of the call, whatever becomes of the arrays', async () => {
    const iv = new Uint8Array(12);
    const plaintext = new TextEncoder().encode('[1]');
    const tokens: unknown[] = [];
    for (let i = 1; i <= 3; i++) {
      iv.fill(i);
      plaintext[1] = 0x30 + i;
      tokens.push(testing.sealToken04({ ...parts, mode: 'gcm', iv, plaintext }));
    }
    iv.fill(9);
    for (const [i, token] of (await Promise.all(tokens)).entries()) {
      const again = await testing.sealToken04({
        ...parts,
        mode: 'gcm',
        iv: new Uint8Array(12).fill(i + 1),
        plaintext: `[${i + 1}]`,
      });
      assert.equal(token, again);
    }
  });
  test('sealToken04: an array that lies about its length or its kind', async () => {
    const short = Object.defineProperty(new Uint8Array(5), 'length', { value: 16 });
    await fails(() => testing.sealToken04({ ...parts, iv: short }), argument('iv'));
    const tag = Object.defineProperty(new Uint8Array(16), Symbol.toStringTag, {
      get() {
        throw new RangeError('of the caller');
      },
    });
    await fails(() => testing.sealToken04({ ...parts, iv: tag }), argument('iv'));
  });
  test('encodeToken04: a nonce beyond int32', () =>
    fails(
      () =>
        testing.encodeToken04({
          claims: { appId: 1, userId: '', ctime: 0, expire: 0, nonce: 2 ** 31, payload: '' },
          serverSecret: SECRET,
          mode: 'gcm',
          iv: new Uint8Array(12),
        }),
      argument('claims.nonce'),
    ));
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
