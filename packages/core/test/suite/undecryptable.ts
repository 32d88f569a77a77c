import { assert } from 'chai';
import {
  bodyOf,
  CLAIMS,
  encoded,
  failure,
  MODES,
  OTHER_SECRET,
  PLAINTEXT,
  SECRET,
  type Suite,
  sealed,
  tokenOf,
} from './harness.ts';

export function undecryptableSuite(suite: Suite): void {
  const { core, test } = suite;
  const refuses = async (token: string, secret = SECRET) => {
    const error = await failure(() => core.decodeToken04(token, secret));
    // All the ways to fail are one error, so that none of them is an oracle.
    assert.equal(error.code, 'ERR_TOKEN04_DECRYPTION');
    assert.equal(error.message, 'token refused: it is of another server secret, or altered');
    assert.isUndefined(error.cause);
  };

  for (const mode of MODES) {
    test(`decryption/${mode}-wrong-secret`, async () =>
      refuses(await encoded(suite, {}, mode), OTHER_SECRET));
    test(`decryption/${mode}-empty-plaintext`, async () => refuses(await sealed(suite, '', mode)));
    test(`decryption/${mode}-not-json`, async () => refuses(await sealed(suite, 'demo', mode)));
    test(`decryption/${mode}-trailing-garbage`, async () =>
      refuses(await sealed(suite, `${PLAINTEXT}x`, mode)));
    test(`decryption/${mode}-byte-order-mark`, async () =>
      refuses(await sealed(suite, `\ufeff${PLAINTEXT}`, mode)));
    test(`decryption/${mode}-ill-formed-utf-8`, async () => {
      const bytes = new TextEncoder().encode(PLAINTEXT);
      bytes[bytes.indexOf(0x64)] = 0xff; // the d of demo
      await refuses(await sealed(suite, bytes, mode));
    });
  }
  test('decryption/gcm-altered-tag', async () => {
    const body = bodyOf(await encoded(suite));
    body[body.length - 2] = (body[body.length - 2] as number) ^ 1;
    await refuses(tokenOf(body));
  });

  // Seal a block more than the JSON, so that its last bytes can be given by the plaintext: without
  // its own block of padding a CBC ciphertext ends in whatever the plaintext ended in.
  const withPadding = async (tail: readonly number[]) => {
    const text = new TextEncoder().encode(PLAINTEXT);
    const bytes = new Uint8Array(Math.ceil((text.length + tail.length) / 16) * 16).fill(0x20);
    bytes.set(text);
    bytes.set(tail, bytes.length - tail.length);
    const body = bodyOf(await sealed(suite, bytes, 'cbc')).slice(0, -16);
    new DataView(body.buffer).setUint16(26, bytes.length);
    return tokenOf(body);
  };
  for (const count of [1, 2, 3, 15, 16]) {
    test(`padding/${count}-is-read`, async () => {
      const token = await withPadding(Array(count).fill(count));
      assert.deepEqual((await core.decodeToken04(token, SECRET)).claims, CLAIMS);
    });
  }
  for (const [name, tail] of [
    ['0', [0]],
    ['17', Array(17).fill(17)],
    ['128', [128]],
    ['255', [255]],
    ['none', [0x20]],
    ['first-byte-wrong', [0x20, 3, 3]],
    ['middle-byte-wrong', [3, 2, 3]],
    ['16-with-one-wrong', [15, ...Array(15).fill(16)]],
  ] as const) {
    test(`padding/${name}-is-refused`, async () => refuses(await withPadding(tail)));
  }
}
