// Only the own fields of an object of options count.
import { assert } from 'chai';
import { APP_ID, ARGUMENT_FAULT, fails, SECRET, type Suite, USER_ID } from './harness.ts';

const GOOD = { userId: USER_ID, effectiveTimeInSeconds: 60 };
const REQUEST_FIELDS = 'userId, effectiveTimeInSeconds, payload, room, allowLongLived';

export function ownOptionSuite({ core, test }: Suite): void {
  class Options {
    readonly serverSecret = SECRET;
    get appId() {
      return APP_ID;
    }
  }
  test('an option that a class has is named', () =>
    fails(() => core.createIssuer(new Options()), {
      ...ARGUMENT_FAULT,
      argument: 'appId',
      message: 'appId must be an own property of options, got an inherited one',
    }));
  test('an option of the prototype is named, also in a request', () => {
    const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
    return fails(() => issuer.issueMany([Object.assign(Object.create({ payload: 'x' }), GOOD)]), {
      ...ARGUMENT_FAULT,
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
  test('a request that throws is an error of ours, at whichever look', async () => {
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
        ...ARGUMENT_FAULT,
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
}
