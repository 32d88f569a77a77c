// What no argument may be, wherever it is given: the message says what came.
import {
  APP_ID,
  APP_ID_FAULT,
  type Expected,
  fails,
  issue,
  PAYLOAD_FAULT,
  SECRET,
  SECRET_FAULT,
  type Suite,
  TIME_FAULT,
  USER_ID,
  USER_ID_FAULT,
} from './harness.ts';

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

export function badValueSuite(suite: Suite): void {
  const { core, test } = suite;
  const { generateToken04, createIssuer } = core;
  function rows(
    values: readonly BadValue[],
    expected: Expected,
    call: (value: unknown) => unknown,
    title: string,
  ): void {
    for (const { value, got } of values) {
      test(`${title}: refuses ${got}`, () =>
        fails(() => call(value), { ...expected, messageEnd: `got ${got}` }));
    }
  }

  rows(
    BAD_APP_IDS,
    APP_ID_FAULT,
    (value) => generateToken04(value as never, USER_ID, SECRET, 3600),
    'generateToken04 appId',
  );
  rows(
    BAD_APP_IDS,
    APP_ID_FAULT,
    (value) => createIssuer({ appId: value as never, serverSecret: SECRET }),
    'createIssuer appId',
  );
  rows(
    BAD_USER_IDS,
    USER_ID_FAULT,
    (value) => generateToken04(APP_ID, value as never, SECRET, 3600),
    'generateToken04 userId',
  );
  rows(BAD_USER_IDS, USER_ID_FAULT, (value) => issue(suite, { userId: value }), 'issue userId');
  rows(
    BAD_SECRETS,
    { ...SECRET_FAULT, argument: 'secret' },
    (value) => generateToken04(APP_ID, USER_ID, value as never, 3600),
    'generateToken04 secret',
  );
  rows(
    BAD_SECRETS,
    SECRET_FAULT,
    (value) => createIssuer({ appId: APP_ID, serverSecret: value as never }),
    'createIssuer serverSecret',
  );
  rows(
    BAD_SECRETS,
    SECRET_FAULT,
    (value) => core.decodeToken04('04', value as never),
    'decodeToken04 serverSecret',
  );
  rows(
    BAD_SECRETS,
    SECRET_FAULT,
    (value) => core.createVerifier({ serverSecret: value as never }),
    'createVerifier serverSecret',
  );
  rows(
    BAD_SECRETS,
    { ...SECRET_FAULT, argument: 'serverSecret[1]' },
    (value) => core.verifyToken04('04', { serverSecret: [SECRET, value as never] }),
    'verifyToken04 serverSecret[1]',
  );
  rows(
    BAD_TIMES,
    TIME_FAULT,
    (value) => generateToken04(APP_ID, USER_ID, SECRET, value as never),
    'generateToken04 effectiveTimeInSeconds',
  );
  rows(
    BAD_TIMES,
    TIME_FAULT,
    (value) => issue(suite, { effectiveTimeInSeconds: value }),
    'issue effectiveTimeInSeconds',
  );
  rows(
    BAD_PAYLOADS,
    PAYLOAD_FAULT,
    (value) => generateToken04(APP_ID, USER_ID, SECRET, 3600, value as never),
    'generateToken04 payload',
  );
  rows(BAD_PAYLOADS, PAYLOAD_FAULT, (value) => issue(suite, { payload: value }), 'issue payload');
}
