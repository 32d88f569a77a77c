import { assert } from 'chai';
import { APP_ID, fails, MODES, SECRET, type Suite, USER_ID } from './harness.ts';

const GOOD = { userId: USER_ID, effectiveTimeInSeconds: 60 };

export function tooLargeSuite(suite: Suite): void {
  payloads(suite);
  messages(suite);
}

function payloads({ core, test }: Suite): void {
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

function messages({ core, test }: Suite): void {
  test('the message of a payload of 70,000 characters', async () => {
    const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
    await fails(() => issuer.issue({ ...GOOD, payload: 'x'.repeat(70_000) }), {
      code: 'ERR_TOKEN04_TOO_LARGE',
      argument: 'payload',
      message: /^payload must be at most 65519 bytes of JSON, got 70\d{3} bytes$/,
    });
  });
  test('the message of a room whose streams take 70,000 characters', async () => {
    const issuer = core.createIssuer({ appId: APP_ID, serverSecret: SECRET });
    const room = { roomId: 'r', publish: true, streamIds: ['x'.repeat(70_000)] };
    await fails(() => issuer.issueMany([GOOD, { ...GOOD, room }]), {
      code: 'ERR_TOKEN04_TOO_LARGE',
      argument: 'requests[1].room',
      message: /^requests\[1\]\.room must be at most 65519 bytes of JSON, got 70\d{3} bytes$/,
    });
  });
}
