import { assert } from 'chai';
import fc from 'fast-check';
import { fails, type Suite } from './harness.ts';

export function safeUserIdSuite({ core, test, seed }: Suite): void {
  test('safeUserId: any string becomes portable, the same each time, and no two the same', () => {
    const seen = new Map<string, string>();
    return fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const safe = await core.safeUserId(text);
        assert.equal(core.checkUserId(safe, 'portable'), safe);
        assert.equal(await core.safeUserId(text), safe);
        assert.equal(seen.get(safe) ?? text, text);
        seen.set(safe, text);
      }),
      { seed, numRuns: 500 },
    );
  });
  test('safeUserId: known answers', async () => {
    assert.equal(await core.safeUserId('demo_1'), 'demo_1');
    // The first 30 hexadecimal digits of the SHA-256 of the text as JSON, by Python's hashlib.
    assert.equal(await core.safeUserId('a@b'), 'u_72ced3e67b2cd3c254e4ea13f5a947');
    // What looks hashed is hashed, so it cannot be someone else's.
    const hashed = await core.safeUserId('a@b');
    assert.notEqual(await core.safeUserId(hashed), hashed);
  });
  test('safeUserId refuses what is no string', () =>
    fails(() => core.safeUserId(5 as never), {
      code: 'ERR_TOKEN04_USER_ID',
      officialCode: 3,
      argument: 'anyString',
    }));
}
