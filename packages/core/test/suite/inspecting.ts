import { assert } from 'chai';
import { CLAIMS, encoded, ivOf, MODES, PLAINTEXT, SECRET, type Suite } from './harness.ts';

export function inspectingSuite(suite: Suite): void {
  const { core, test } = suite;
  for (const mode of MODES) {
    test(`inspectToken04 says what a ${mode} token's frame says`, async () => {
      assert.deepEqual(core.inspectToken04(await encoded(suite, {}, mode)), {
        version: '04',
        expire: CLAIMS.expire,
        mode,
        ivLength: mode === 'cbc' ? 16 : 12,
        ciphertextLength: mode === 'cbc' ? 96 : PLAINTEXT.length + 16,
      });
    });
    test(`${mode}: the iv is a copy in an ArrayBuffer of its own`, async () => {
      const { iv } = await core.decodeToken04(await encoded(suite, {}, mode), SECRET);
      assert.equal(iv.buffer.byteLength, iv.length);
      assert.deepEqual(iv, ivOf(mode));
    });
  }
}
