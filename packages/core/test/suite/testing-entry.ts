import { assert } from 'chai';
import { ARGUMENT_FAULT, fails, SECRET, type Suite } from './harness.ts';

export function testingEntrySuite({ test, testing }: Suite): void {
  const parts = {
    plaintext: '{}',
    expire: 1,
    serverSecret: SECRET,
    mode: 'cbc' as const,
    iv: new Uint8Array(16),
  };
  const argument = (name: string) => ({ ...ARGUMENT_FAULT, argument: name });
  test('sealToken04: an IV that does not fit the mode is refused', () =>
    fails(() => testing.sealToken04({ ...parts, iv: new Uint8Array(12) }), argument('iv')));
  test('sealToken04: an IV that is a list is refused', () =>
    fails(() => testing.sealToken04({ ...parts, iv: Array(16).fill(0) as never }), argument('iv')));
  test('sealToken04: an expire beyond 64 bits is refused', () =>
    fails(() => testing.sealToken04({ ...parts, expire: 2n ** 63n }), argument('expire')));
  test('sealToken04: an expire that is no integer is refused', () =>
    fails(() => testing.sealToken04({ ...parts, expire: 1.5 }), argument('expire')));
  test('sealToken04: a plaintext that is none is refused', () =>
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
  test('encodeToken04: a userId that is too large is refused', () =>
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
  test('sealToken04: an array that lies about its length or its kind is refused', async () => {
    const short = Object.defineProperty(new Uint8Array(5), 'length', { value: 16 });
    await fails(() => testing.sealToken04({ ...parts, iv: short }), argument('iv'));
    const tag = Object.defineProperty(new Uint8Array(16), Symbol.toStringTag, {
      get() {
        throw new RangeError('of the caller');
      },
    });
    await fails(() => testing.sealToken04({ ...parts, iv: tag }), argument('iv'));
  });
  test('encodeToken04: a nonce beyond int32 is refused', () =>
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
