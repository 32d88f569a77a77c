import { assert } from 'chai';
import {
  APP_ID,
  bodyOf,
  encoded,
  fails,
  failure,
  NOW,
  SECRET,
  type Suite,
  sealed,
  tokenOf,
  USER_ID,
} from './harness.ts';

const ARGUMENT = { code: 'ERR_TOKEN04_ARGUMENT' };
const GOOD = { userId: USER_ID, effectiveTimeInSeconds: 60 };
const REQUEST_FIELDS = 'userId, effectiveTimeInSeconds, payload, room, allowLongLived';

/** What is said: each fault in words that let a person mend it. */
export function wordsSuite(suite: Suite): void {
  unknownKeys(suite);
  inherited(suite);
  rooms(suite);
  ids(suite);
  frames(suite);
}

function unknownKeys({ core, test }: Suite): void {
  const issuer = () => core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
  const key = 'k'.repeat(32);
  const rows: readonly (readonly [string, () => unknown, string, string])[] = [
    [
      'createIssuer({ appID })',
      () => core.createIssuer({ appID: APP_ID, serverSecret: SECRET } as never),
      'appID',
      'options has no "appID"; did you mean "appId"?',
    ],
    [
      'issue({ userID })',
      () => issuer().issue({ ...GOOD, userID: 'x' } as never),
      'userID',
      'request has no "userID"; did you mean "userId"?',
    ],
    [
      'issue({ userID }) alone: before what is missing',
      () => issuer().issue({ userID: 'x' } as never),
      'userID',
      'request has no "userID"; did you mean "userId"?',
    ],
    [
      'issue({ ttl })',
      () => issuer().issue({ userId: USER_ID, ttl: '1h' } as never),
      'ttl',
      `request has no "ttl"; it takes ${REQUEST_FIELDS}`,
    ],
    [
      'issueMany([, { userID }])',
      () => issuer().issueMany([GOOD, { ...GOOD, userID: 'x' }] as never),
      'requests[1].userID',
      'requests[1] has no "userID"; did you mean "userId"?',
    ],
    [
      'issueWithTimes({ user_id })',
      () => issuer().issueWithTimes({ ...GOOD, user_id: 'x' } as never),
      'user_id',
      'request has no "user_id"; did you mean "userId"?',
    ],
    [
      'issue({ room: { roomID } })',
      () => issuer().issue({ ...GOOD, room: { roomID: 'r' } } as never),
      'room.roomID',
      'room has no "roomID"; did you mean "roomId"?',
    ],
    [
      'issueMany([{ room: { roomID } }])',
      () => issuer().issueMany([{ ...GOOD, room: { roomID: 'r' } }] as never),
      'requests[0].room.roomID',
      'requests[0].room has no "roomID"; did you mean "roomId"?',
    ],
    [
      'createVerifier({ mode })',
      () => core.createVerifier({ serverSecret: SECRET, mode: 'gcm' } as never),
      'mode',
      'options has no "mode"; did you mean "modes"?',
    ],
    [
      'verifyToken04(, { secret })',
      () => core.verifyToken04('04', { secret: SECRET } as never),
      'secret',
      'options has no "secret"; did you mean "serverSecret"?',
    ],
    [
      'roomPayload({ streamIDs })',
      () => core.roomPayload({ roomId: 'r', publish: true, streamIDs: ['s'] } as never),
      'streamIDs',
      'privileges has no "streamIDs"; did you mean "streamIds"?',
    ],
    [
      'authorizeRoom(, { roomID })',
      () => core.authorizeRoom('', { roomID: 'r' } as never),
      'roomID',
      'options has no "roomID"; did you mean "roomId"?',
    ],
    [
      'renewalDelay(, { lead })',
      () => core.renewalDelay(1, { lead: 1 } as never),
      'lead',
      'options has no "lead"; did you mean "leadSeconds"?',
    ],
    [
      'createKitToken({ userID })',
      () => core.createKitToken({ userID: 'u' } as never),
      'userID',
      'kit has no "userID"; did you mean "userId"?',
    ],
    [
      'generateToken04(…, { allowLonglived })',
      () => core.generateToken04(APP_ID, USER_ID, SECRET, 1, '', { allowLonglived: true } as never),
      'allowLonglived',
      'options has no "allowLonglived"; did you mean "allowLongLived"?',
    ],
    [
      'a key that may be a secret is not shown',
      () => core.createIssuer({ appId: APP_ID, serverSecret: SECRET, [key]: 1 } as never),
      'options',
      'options must be an object with appId, serverSecret, mode, got another key',
    ],
  ];
  for (const [name, call, argument, message] of rows) {
    test(`words: ${name}`, () => fails(call, { ...ARGUMENT, argument, message }));
  }
}

function inherited(suite: Suite): void {
  const { core, test } = suite;
  class Options {
    readonly serverSecret = SECRET;
    get appId() {
      return APP_ID;
    }
  }
  test('words: an option that a class has is named', () =>
    fails(() => core.createIssuer(new Options()), {
      ...ARGUMENT,
      argument: 'appId',
      message: 'appId must be an own property of options, got an inherited one',
    }));
  test('words: an option of the prototype is named, also in a request', () => {
    const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
    return fails(() => issuer.issueMany([Object.assign(Object.create({ payload: 'x' }), GOOD)]), {
      ...ARGUMENT,
      argument: 'requests[0].payload',
      message: 'requests[0].payload must be an own property of requests[0], got an inherited one',
    });
  });
  test('an own option counts also where it is not enumerable', async () => {
    const hidden = (object: object, name: string, value: unknown) =>
      Object.defineProperty({ ...object }, name, { value }) as never;
    const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
    const token = await issuer.issue(hidden(GOOD, 'payload', 'p'));
    assert.equal((await core.decodeToken04(token, SECRET)).claims.payload, 'p');
    await fails(
      () => core.verifyToken04(token, hidden({ serverSecret: SECRET }, 'userId', 'other')),
      { code: 'ERR_TOKEN04_MISMATCH' },
    );
  });
  test('words: a request that throws, from whichever look on', async () => {
    const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
    const issueWithThrowAfter = async (looks: number) => {
      let left = looks;
      const getOwnPropertyDescriptor = (target: typeof GOOD, name: PropertyKey) => {
        if (left-- <= 0) throw new TypeError(SECRET);
        return Reflect.getOwnPropertyDescriptor(target, name);
      };
      await issuer.issue(new Proxy(GOOD, { getOwnPropertyDescriptor }));
      return left;
    };
    const looks = 1000 - (await issueWithThrowAfter(1000));
    assert.isAbove(looks, 0);
    for (let i = 0; i < looks; i++) {
      await fails(() => issueWithThrowAfter(i), {
        ...ARGUMENT,
        argument: 'request',
        message: `request must be an object with ${REQUEST_FIELDS}, got one that throws`,
      });
    }
  });
  test('an object of a class with fields of its own, and one without a prototype, are taken', async () => {
    class Own {
      readonly serverSecret = SECRET;
      readonly appId = APP_ID;
    }
    const bare = Object.assign(Object.create(null), new Own());
    for (const options of [new Own(), bare]) {
      const token = await core.createIssuer(options).issue(GOOD);
      assert.equal((await core.decodeToken04(token, SECRET)).claims.appId, APP_ID);
    }
  });

  const POLLUTED: { readonly [name: string]: unknown } = {
    now: 0,
    payload: 'polluted',
    room: { roomId: 'polluted' },
    allowLongLived: true,
    mode: 'gcm',
    modes: ['cbc'],
    userId: 'polluted',
    clockToleranceInSeconds: 1e9,
    checks: 'from-privileges',
    streamIds: ['polluted'],
    app_id: 7,
    argument: 'polluted',
    claim: 'polluted',
    path: 'polluted',
    roomID: 'polluted',
    userName: 'polluted',
  };
  for (const [name, value] of Object.entries(POLLUTED)) {
    test(`what Object.prototype was given has no effect: ${name}`, async () => {
      const expired = await encoded(suite);
      const noAppId = await sealed(suite, '{"user_id":"u","nonce":0,"ctime":0,"expire":1}');
      const kitOf = (json: string) => core.parseKitToken(`${expired}#${btoa(json)}`);
      const got = await whilePolluted(name, value, async () => {
        const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
        const [token = ''] = await issuer.issueMany([GOOD]);
        const { claims, mode } = await core.decodeToken04(token, SECRET);
        const payload = core.roomPayload({ roomId: 'r' });
        const verified = await core.verifyToken04(expired, { serverSecret: SECRET, now: NOW });
        return {
          mode,
          userId: claims.userId,
          payload: claims.payload,
          roomPayload: payload,
          login: core.authorizeRoom(payload, { roomId: 'other' }).login.allowed,
          verified: verified.userId,
          expired: await errorOf(() => core.verifyToken04(expired, { serverSecret: SECRET })),
          long: await errorOf(() => issuer.issue({ ...GOOD, effectiveTimeInSeconds: 1e9 })),
          claims: await errorOf(() => core.decodeToken04(noAppId, SECRET)),
          malformed: await errorOf(() => core.decodeToken04('x', SECRET)),
          userName: kitOf('{"appID":1,"userID":"u","roomID":"r"}').userName,
          noRoomId: await errorOf(() => kitOf('{"appID":1,"userID":"u"}')),
        };
      });
      assert.deepEqual(got, {
        mode: 'cbc',
        userId: USER_ID,
        payload: '',
        roomPayload: '{"room_id":"r","privilege":{"1":1,"2":0},"stream_id_list":null}',
        login: false,
        verified: USER_ID,
        expired: 'ERR_TOKEN04_EXPIRED,claim expire',
        long: 'ERR_TOKEN04_EFFECTIVE_TIME,argument effectiveTimeInSeconds',
        claims: 'ERR_TOKEN04_CLAIMS,claim appId',
        malformed: 'ERR_TOKEN04_MALFORMED',
        userName: '',
        noRoomId: 'ERR_TOKEN04_MALFORMED',
      });
    });
  }
}

async function whilePolluted<T>(name: string, value: unknown, run: () => Promise<T>): Promise<T> {
  Object.defineProperty(Object.prototype, name, {
    configurable: true,
    enumerable: true,
    writable: true,
    value,
  });
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(Object.prototype, name);
  }
}

/** Its code, and what it says of its own of argument and claim. */
async function errorOf(run: () => unknown): Promise<string> {
  const error = await failure(run);
  const own = (['argument', 'claim'] as const).filter((field) => Object.hasOwn(error, field));
  return [error.code, ...own.map((field) => `${field} ${error[field]}`)].join();
}

function rooms({ core, test }: Suite): void {
  const issuer = () => core.createIssuer({ appId: APP_ID, serverSecret: SECRET, mode: 'gcm' });

  test('room in a request is what roomPayload makes of it', async () => {
    for (const room of [
      { roomId: 'r' },
      { roomId: 'r', login: false },
      { roomId: 'r', publish: true, streamIds: ['a', 'b'] },
    ]) {
      const request = { ...GOOD, room };
      const { token, ctime, expire } = await issuer().issueWithTimes(request);
      const tokens = [
        token,
        await issuer().issue(request),
        ...(await issuer().issueMany([request])),
      ];
      for (const one of tokens) {
        const { claims } = await core.decodeToken04(one, SECRET);
        assert.equal(claims.payload, core.roomPayload(room));
      }
      const { claims } = await core.decodeToken04(token, SECRET);
      assert.deepEqual({ ctime, expire }, { ctime: claims.ctime, expire: claims.expire });
      assert.equal(expire - ctime, GOOD.effectiveTimeInSeconds);
    }
  });
  const rows: readonly (readonly [string, object, string, string])[] = [
    [
      'room and payload',
      { room: { roomId: 'r' }, payload: '' },
      'room',
      'room must be absent with a payload, got both',
    ],
    ['room: undefined', { room: undefined }, 'room', 'got undefined'],
    ['room: null', { room: null }, 'room', 'got null'],
    ['room: a string', { room: 'r' }, 'room', 'got the string "r"'],
    [
      'login: undefined',
      { room: { roomId: 'r', login: undefined } },
      'room.login',
      'got undefined',
    ],
    [
      'publish: undefined',
      { room: { roomId: 'r', publish: undefined } },
      'room.publish',
      'room.publish must be absent or defined, got undefined',
    ],
    ['an empty roomId', { room: { roomId: '' } }, 'room.roomId', 'got the string ""'],
    [
      'streamIds without publish',
      { room: { roomId: 'r', streamIds: ['s'] } },
      'room.streamIds',
      'room.streamIds must be absent without publish, got a list',
    ],
    [
      'a stream that is none',
      { room: { roomId: 'r', publish: true, streamIds: ['s', 5] } },
      'room.streamIds[1]',
      'room.streamIds[1] must be a well-formed string, not empty, got 5',
    ],
  ];
  for (const [name, change, argument, end] of rows) {
    test(`words: issue, ${name}`, async () => {
      const request = { ...GOOD, ...change } as never;
      const escaped = end.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const message = new RegExp(`${escaped}$`);
      await fails(() => issuer().issue(request), { ...ARGUMENT, argument, message });
      await fails(() => issuer().issueMany([request]), {
        ...ARGUMENT,
        argument: `requests[0].${argument}`,
      });
    });
  }
}

function ids({ core, test }: Suite): void {
  const userId = { code: 'ERR_TOKEN04_USER_ID', officialCode: 3, argument: 'userId' };
  const EXPRESS = "A-Z, a-z, 0-9, !#$%&'()*+,-.;<=>@\\^_`~";
  test("words: checkUserId('demo-ü', 'zim')", () =>
    fails(() => core.checkUserId('demo-ü', 'zim'), {
      ...userId,
      message:
        'userId must be 1 to 32 of A-Z, a-z, 0-9, !#$%&()+-:;<=.>?@[]^_{}|~ (zim), ' +
        'got a string with "ü"',
    }));
  test("words: checkUserId('auth0|x', 'express-web')", () =>
    fails(() => core.checkUserId('auth0|x', 'express-web'), {
      ...userId,
      message: `userId must be 1 to 64 of ${EXPRESS} (express-web), got a string with "|"`,
    }));
  test("words: checkRoomId('房间😀', 'express-web')", () =>
    fails(() => core.checkRoomId('房间😀', 'express-web'), {
      ...ARGUMENT,
      argument: 'roomId',
      message: `roomId must be 1 to 128 of ${EXPRESS} (express-web), got a string with "房"`,
    }));
  test('words: a character that cannot be seen', () =>
    fails(() => core.checkStreamId('cam\u202e', 'portable'), {
      ...ARGUMENT,
      argument: 'streamId',
      message:
        'streamId must be 1 to 64 of A-Z, a-z, 0-9, _- (portable), ' +
        'got a string with "\\u{202e}"',
    }));
  test('words: too long an ID', () =>
    fails(() => core.checkUserId('x'.repeat(36), 'uikit'), {
      ...userId,
      message: 'userId must be 1 to 32 of A-Z, a-z, 0-9, _ (uikit), got a string of 36 characters',
    }));
  test('words: a userId with a lone surrogate', () =>
    fails(() => core.generateToken04(APP_ID, 'de\udc00mo', SECRET, 60), {
      ...userId,
      message:
        'userId must be a well-formed string of 1 to 64 UTF-16 units, ' +
        'got an ill-formed string of 5 characters',
    }));
  test('words: a payload of 70,000 characters', async () => {
    const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
    await fails(() => issuer.issue({ ...GOOD, payload: 'x'.repeat(70_000) }), {
      code: 'ERR_TOKEN04_TOO_LARGE',
      argument: 'payload',
      message: /^payload must be at most 65519 bytes of JSON, got 70\d{3} bytes$/,
    });
  });
  test('words: a room whose streams take 70,000 characters', async () => {
    const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
    const room = { roomId: 'r', publish: true, streamIds: ['x'.repeat(70_000)] };
    await fails(() => issuer.issueMany([GOOD, { ...GOOD, room }]), {
      code: 'ERR_TOKEN04_TOO_LARGE',
      argument: 'requests[1].room',
      message: /^requests\[1\]\.room must be at most 65519 bytes of JSON, got 70\d{3} bytes$/,
    });
  });
}

/** A message of its own for each fault of a frame. */
function frames(suite: Suite): void {
  const { core, test } = suite;
  const malformed = (name: string, make: () => Promise<unknown>, said: string) =>
    test(`words: a token ${name}`, async () => {
      const token = (await make()) as string;
      const message = `token refused: ${said}`;
      for (const read of [
        () => core.decodeToken04(token, SECRET),
        () => core.verifyToken04(token, { serverSecret: SECRET }),
        () => core.inspectToken04(token),
      ]) {
        await fails(read, { code: 'ERR_TOKEN04_MALFORMED', message });
      }
    });
  const body = async (mode: 'cbc' | 'gcm') => bodyOf(await encoded(suite, {}, mode));

  malformed('that is no string', async () => 5, 'it must be a string, got number');
  malformed('that is undefined', async () => undefined, 'it must be a string, got undefined');
  malformed('that is empty', async () => '', 'it is empty');
  malformed('of another version', async () => '03AAAA', 'it does not start with 04');
  malformed('that is too long', async () => `04${'A'.repeat(90_000)}`, 'it has 90002 characters');
  malformed('with a blank', async () => '04 AAAA', 'it is not canonical base64 after 04');
  malformed(
    'that is cut off',
    async () => tokenOf((await body('cbc')).slice(0, -3)),
    'bytes missing: 3 or more',
  );
  malformed(
    'with more behind it',
    async () => tokenOf(Uint8Array.from([...(await body('gcm')), 0, 0])),
    'bytes too many: 2',
  );
  malformed(
    'with a mode byte that is none',
    async () => tokenOf(Uint8Array.from([...(await body('cbc')), 7])),
    'its mode byte is 7, not 0 or 1',
  );
  malformed(
    'in GCM without its mode byte',
    async () => tokenOf((await body('gcm')).slice(0, -1)),
    'its IV has 12 bytes, not 16',
  );
  malformed(
    'whose ciphertext is no multiple of a block',
    async () => tokenOf(withCiphertext(await body('cbc'), 17)),
    'its ciphertext has 17 bytes, not blocks of 16',
  );
  malformed(
    'whose ciphertext is empty',
    async () => tokenOf(withCiphertext(await body('cbc'), 0)),
    'its ciphertext has 0 bytes, not blocks of 16',
  );
  malformed(
    'whose ciphertext is shorter than a tag',
    async () => tokenOf(Uint8Array.from([...withCiphertext(await body('gcm'), 15), 1])),
    'its ciphertext has 15 bytes, less than the tag of 16',
  );
  test('words: an outer expire beyond what JavaScript counts', async () => {
    const token = await suite.testing.sealToken04({
      plaintext: '{}',
      expire: 2n ** 60n,
      serverSecret: SECRET,
      mode: 'gcm',
      iv: new Uint8Array(12),
    });
    await fails(() => core.inspectToken04(token), {
      code: 'ERR_TOKEN04_MALFORMED',
      message: 'token refused: expire is not a safe integer',
    });
  });

  const claims = { app_id: 1, user_id: 'u', nonce: 0, ctime: 0, expire: NOW + 3600, payload: '' };
  for (const [field, value, claim, native, said] of [
    ['app_id', '1', 'appId', 1002076, 'app_id is not an integer from 1 to 4294967295'],
    ['user_id', 5, 'userId', 1002077, 'user_id is not a well-formed string'],
    ['ctime', null, 'ctime', 1002078, 'ctime is not a safe integer'],
    ['expire', 'x', 'expire', 1002078, 'expire is not a safe integer'],
    ['nonce', '0', 'nonce', 1002080, 'nonce is not a safe integer'],
    ['payload', {}, 'payload', 1002075, 'payload is not a well-formed string'],
  ] as const) {
    test(`words: a token whose ${field} is of a wrong type`, async () => {
      const token = await sealed(suite, JSON.stringify({ ...claims, [field]: value }));
      await fails(() => core.decodeToken04(token, SECRET), {
        code: 'ERR_TOKEN04_CLAIMS',
        claim,
        clientCodes: [native, 1102016, 6000101, 6000103],
        message: `token refused: ${said}`,
      });
    });
  }
}

/** The body with so many bytes of its ciphertext and nothing behind them. */
function withCiphertext(body: Uint8Array, length: number): Uint8Array {
  const ivEnd = 10 + (body[9] as number);
  const bytes = body.slice(0, ivEnd + 2 + length);
  bytes.set([0, length], ivEnd);
  return bytes;
}
