// What an error of the package holds, and what none does.
import { assert } from 'chai';
import fc from 'fast-check';
import { requests } from './arbitraries.ts';
import { bodyOf, failure, ivOf, MODES, SECRET, type Suite, tokenOf } from './harness.ts';

export function errorSuite({ core, testing, test, seed }: Suite): void {
  test('no error holds the secret, the plaintext or the token', () =>
    fc.assert(
      fc.asyncProperty(requests, fc.nat(), async ({ appId, secret, ...request }, at) => {
        // Marked, or a payload such as "arguments" would be found in a file's name in the stack.
        const payload = `‹${request.payload}›`;
        const wire = { appId, userId: request.userId, ctime: 0, expire: 60, nonce: 1, payload };
        for (const mode of MODES) {
          const parts = { serverSecret: secret, mode, iv: ivOf(mode) };
          const token = await testing.encodeToken04({ claims: wire, ...parts });
          const body = bodyOf(token);
          body[at % body.length] = (body[at % body.length] as number) ^ 1;
          const altered = tokenOf(body);
          const { plaintext } = await core.decodeToken04(token, secret);
          const holders = [secret, plaintext, token, altered, payload];
          const attempts = [
            () => core.decodeToken04(altered, secret),
            () => core.decodeToken04(token, `${secret}x`),
            () => core.decodeToken04(secret, secret),
            () => core.verifyToken04(token, { serverSecret: secret }),
            () => core.verifyToken04(altered, { serverSecret: [secret, secret] }),
            () => core.generateToken04(secret as never, secret, secret, 1),
            () => core.generateToken04(appId, request.userId, token, 1),
            () => core.generateToken04(appId, request.userId, secret, secret as never),
            () => core.createIssuer({ appId, serverSecret: secret, mode: secret as never }),
            () => core.createIssuer({ appId, serverSecret: secret, [secret]: 1 } as never),
            () => core.parseKitToken(`${token}#${secret}`),
            () => core.parseRoomPayload(plaintext),
          ];
          for (const attempt of attempts) {
            let error: Error | undefined;
            try {
              await attempt();
            } catch (thrown) {
              error = thrown as Error;
            }
            if (error === undefined) continue;
            // What a logger would show: all own fields, the message and the stack, whole.
            const shown = [
              error.message,
              String(error.stack),
              ...Object.values(error).map(String),
              JSON.stringify(error),
            ].join('\n');
            for (const holder of holders) assert.isFalse(shown.includes(holder), error.message);
          }
        }
      }),
      { seed, numRuns: 60 },
    ));

  test('an error is an Error with a stack, a name and no cause', async () => {
    const error = await failure(() => core.decodeToken04('04', SECRET));
    assert.instanceOf(error, Error);
    assert.instanceOf(error, core.Token04Error);
    assert.match(String(error.stack), /Token04Error/);
    assert.isFalse('cause' in error);
    assert.deepEqual(Object.keys(error).sort(), ['clientCodes', 'code']);
  });
}
