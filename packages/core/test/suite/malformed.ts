// Tokens that are no frame of token04: refused before anything is decrypted.
import { assert } from 'chai';
import { bodyOf, CLAIMS, encoded, fails, MODES, SECRET, type Suite, tokenOf } from './harness.ts';

export function malformedSuite(suite: Suite): void {
  refusals(suite);
  messages(suite);
}

function refusals(suite: Suite): void {
  const { core, test } = suite;
  async function refuses(token: unknown): Promise<void> {
    const expected = { code: 'ERR_TOKEN04_MALFORMED' };
    await fails(() => core.decodeToken04(token as string, SECRET), expected);
    await fails(() => core.inspectToken04(token as string), expected);
    await fails(() => core.verifyToken04(token as string, { serverSecret: SECRET }), expected);
  }

  for (const token of [undefined, null, 5, {}, [], Object('04'), '', '0', '04', '03AAAA', '04 ']) {
    test(`malformed/${typeof token}: ${JSON.stringify(token)}`, () => refuses(token));
  }
  for (const mode of MODES) {
    const edit = (name: string, change: (token: string, body: Uint8Array) => string) =>
      test(`malformed/${mode}-${name}`, async () => {
        const token = await encoded(suite, { userId: 'u1' }, mode);
        await core.decodeToken04(token, SECRET);
        await refuses(change(token, bodyOf(token)));
      });
    const withUint16 = (body: Uint8Array, offset: number, value: number) => {
      const copy = body.slice();
      new DataView(copy.buffer).setUint16(offset, value);
      return tokenOf(copy);
    };
    const ivBytes = mode === 'cbc' ? 16 : 12;

    edit('version-03', (token) => `03${token.slice(2)}`);
    edit('leading-blank', (token) => ` ${token}`);
    edit('trailing-line-break', (token) => `${token}\n`);
    edit('inner-line-break', (token) => `${token.slice(0, 64)}\n${token.slice(64)}`);
    edit('without-padding', (_, body) => tokenOf(body.subarray(1)).replace(/=*$/, '').slice(0, -1));
    edit('extra-padding', (token) => `${token}====`);
    edit('kit-token', (token) => `${token}#e30=`);
    edit('two-bytes-more', (_, body) => tokenOf(Uint8Array.from([...body, 0, 0])));
    edit('iv-length-0', (_, body) => withUint16(body, 8, 0));
    edit('iv-length-65535', (_, body) => withUint16(body, 8, 0xffff));
    edit('iv-length-one-short', (_, body) => withUint16(body, 8, ivBytes - 1));
    edit('ciphertext-length-0', (_, body) => withUint16(body, 10 + ivBytes, 0));
    edit('ciphertext-length-65535', (_, body) => withUint16(body, 10 + ivBytes, 0xffff));
    edit('only-expire', (_, body) => tokenOf(body.slice(0, 8)));
    for (const modeByte of [2, 3, 48, 49, 127, 128, 255]) {
      edit(`mode-byte-${modeByte}`, (_, body) =>
        tokenOf(Uint8Array.from([...(mode === 'gcm' ? body.slice(0, -1) : body), modeByte])),
      );
    }
  }
  test('malformed/cbc-mode-byte-1', async () =>
    refuses(tokenOf(Uint8Array.from([...bodyOf(await encoded(suite, {}, 'cbc')), 1]))));
  test('malformed/gcm-without-its-mode-byte', async () =>
    refuses(tokenOf(bodyOf(await encoded(suite)).slice(0, -1))));
  test('malformed/longer-than-any-token', () => refuses(`04${'A'.repeat(100_000)}`));
  test('odd/cbc-mode-byte-0', async () => {
    const body = bodyOf(await encoded(suite, {}, 'cbc'));
    const decoded = await core.decodeToken04(tokenOf(Uint8Array.from([...body, 0])), SECRET);
    assert.deepEqual(decoded.claims, CLAIMS);
    assert.equal(decoded.mode, 'cbc');
  });
}

/** Each fault of a frame has a message of its own. */
function messages(suite: Suite): void {
  const { core, test } = suite;
  const malformed = (name: string, make: () => Promise<unknown>, said: string) =>
    test(`the message for a token ${name}`, async () => {
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
  test('the message for an outer expire beyond what JavaScript counts', async () => {
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
}

/** The body with so many bytes of its ciphertext and nothing behind them. */
function withCiphertext(body: Uint8Array, length: number): Uint8Array {
  const ivEnd = 10 + (body[9] as number);
  const bytes = body.slice(0, ivEnd + 2 + length);
  bytes.set([0, length], ivEnd);
  return bytes;
}
