import { assert } from 'chai';
import {
  bodyOf,
  CLAIMS,
  encoded,
  fails,
  failure,
  hex,
  ivOf,
  MODES,
  NOW,
  OTHER_SECRET,
  SECRET,
  type Suite,
  sealed,
  tokenOf,
  unhex,
} from './harness.ts';

const JSON_TEXT = JSON.stringify({
  app_id: CLAIMS.appId,
  user_id: CLAIMS.userId,
  nonce: CLAIMS.nonce,
  ctime: CLAIMS.ctime,
  expire: CLAIMS.expire,
  payload: '',
});

export function readingSuite(suite: Suite): void {
  officialTokens(suite);
  malformedFrames(suite);
  undecryptable(suite);
  claims(suite);
  inspecting(suite);
}

function officialTokens({ core, testing, test, vectorFiles }: Suite): void {
  for (const file of vectorFiles) {
    const name = `${file.dialect}-${file.mode}`;
    test(`${name}: every official token is read, and sealed again byte for byte`, async () => {
      for (const vector of file.vectors) {
        if (vector.result !== 'token') continue;
        const { secret, appId } = vector.input;
        const decoded = await core.decodeToken04(vector.token, secret);
        assert.equal(decoded.plaintext, vector.plaintext, vector.id);
        assert.equal(decoded.mode, vector.mode, vector.id);
        assert.equal(hex(decoded.iv), vector.iv, vector.id);
        const { ctime, expire, nonce } = decoded.claims;
        assert.deepEqual(
          { appId: decoded.claims.appId, ctime, expire, nonce },
          { appId, ctime: vector.ctime, expire: vector.expire, nonce: vector.nonce },
          vector.id,
        );
        for (const field of ['userId', 'payload'] as const) {
          if (vector.differs?.includes(field)) continue;
          assert.equal(decoded.claims[field], vector.input[field], vector.id);
        }
        const again = await testing.sealToken04({
          plaintext: vector.plaintext,
          expire: vector.expire,
          serverSecret: secret,
          mode: vector.mode,
          iv: unhex(vector.iv),
        });
        assert.equal(again, vector.token, vector.id);
        if (file.dialect !== 'node') continue;
        const parts = { serverSecret: secret, mode: vector.mode, iv: unhex(vector.iv) };
        const made = await testing.encodeToken04({ claims: decoded.claims, ...parts });
        assert.equal(made, vector.token, vector.id);
      }
    });
  }
}

function malformedFrames(suite: Suite): void {
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
    const with16 = (body: Uint8Array, offset: number, value: number) => {
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
    edit('iv-length-0', (_, body) => with16(body, 8, 0));
    edit('iv-length-65535', (_, body) => with16(body, 8, 0xffff));
    edit('iv-length-one-short', (_, body) => with16(body, 8, ivBytes - 1));
    edit('ciphertext-length-0', (_, body) => with16(body, 10 + ivBytes, 0));
    edit('ciphertext-length-65535', (_, body) => with16(body, 10 + ivBytes, 0xffff));
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

function undecryptable(suite: Suite): void {
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
      refuses(await sealed(suite, `${JSON_TEXT}x`, mode)));
    test(`decryption/${mode}-byte-order-mark`, async () =>
      refuses(await sealed(suite, `\ufeff${JSON_TEXT}`, mode)));
    test(`decryption/${mode}-ill-formed-utf-8`, async () => {
      const bytes = new TextEncoder().encode(JSON_TEXT);
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
    const text = new TextEncoder().encode(JSON_TEXT);
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

function claims(suite: Suite): void {
  const { core, test } = suite;
  const good: Record<string, unknown> = JSON.parse(JSON_TEXT);
  const refuses = async (token: string) =>
    fails(() => core.decodeToken04(token, SECRET), { code: 'ERR_TOKEN04_CLAIMS' });
  const rows: [string, string][] = [
    ['not-an-object', '[]'],
    ['null', 'null'],
    ['a-number', '5'],
    ['a-string', '"demo"'],
    ...['app_id', 'user_id', 'nonce', 'ctime', 'expire'].map((key): [string, string] => [
      `${key}-missing`,
      JSON.stringify({ ...good, [key]: undefined }),
    ]),
    ...[
      ['app_id', 0],
      ['app_id', -1],
      ['app_id', 2 ** 32],
      ['app_id', 1.5],
      ['app_id', '1'],
      ['user_id', 5],
      ['user_id', null],
      ['nonce', 2 ** 53],
      ['nonce', -(2 ** 53)],
      ['nonce', 0.5],
      ['nonce', '1'],
      ['ctime', 2 ** 53],
      ['ctime', null],
      ['expire', CLAIMS.expire + 1],
      ['expire', String(CLAIMS.expire)],
      ['payload', { room_id: 'demo' }],
    ].map(([key, value]): [string, string] => [
      `${key}-${typeof value === 'object' ? JSON.stringify(value) : `${typeof value}-${value}`}`,
      JSON.stringify({ ...good, [key as string]: value }),
    ]),
    ['lone-surrogate-escape', JSON_TEXT.replace('demo', '\\ud800')],
    ['inherited-name', JSON_TEXT.replace('"user_id"', '"__proto__"')],
  ];
  for (const [name, json] of rows) {
    test(`claims/${name}`, async () => refuses(await sealed(suite, json)));
  }
  test('claims/outer-expire-differs', async () => {
    const body = bodyOf(await encoded(suite));
    body[7] = (body[7] as number) ^ 1;
    await refuses(tokenOf(body));
  });
  test('claims/outer-expire-is-no-safe-integer', async () => {
    const outer = { serverSecret: SECRET, mode: 'gcm', iv: ivOf('gcm') } as const;
    for (const expire of [2n ** 63n - 1n, -(2n ** 63n), 2n ** 53n]) {
      const token = await suite.testing.sealToken04({ plaintext: JSON_TEXT, expire, ...outer });
      await refuses(token);
      await fails(() => core.inspectToken04(token), { code: 'ERR_TOKEN04_MALFORMED' });
    }
  });

  const reads = (name: string, json: string, expected: Partial<typeof CLAIMS> = {}) =>
    test(`odd/${name}`, async () => {
      const decoded = await core.decodeToken04(await sealed(suite, json), SECRET);
      assert.deepEqual(decoded.claims, { ...CLAIMS, ...expected });
    });
  reads('any-key-order', JSON.stringify(Object.fromEntries(Object.entries(good).reverse())));
  reads('extra-fields', JSON.stringify({ ...good, version: 1, __proto: null }));
  reads('no-payload-field', JSON.stringify({ ...good, payload: undefined }));
  reads('blanks', JSON.stringify(good, null, 2));
  reads('escaped-letters', JSON_TEXT.replace('demo', '\\u0064em\\u006F'));
  reads('empty-user-id', JSON.stringify({ ...good, user_id: '' }), { userId: '' });
  for (const nonce of [-(2 ** 31), 2 ** 31, 1_700_000_000_123, 2 ** 53 - 1, -(2 ** 53) + 1]) {
    reads(`nonce ${nonce}`, JSON.stringify({ ...good, nonce }), { nonce });
  }
  reads('payload-null', JSON.stringify({ ...good, payload: null }));
  reads('minus-zero', JSON_TEXT.replace('12345', '-0'), { nonce: 0 });
  reads('expire-before-ctime', JSON.stringify({ ...good, ctime: NOW * 2 }), { ctime: NOW * 2 });
  test('odd/user-id-of-256-characters', async () => {
    const userId = '流'.repeat(256);
    const token = await encoded(suite, { userId });
    assert.equal((await core.decodeToken04(token, SECRET)).claims.userId, userId);
  });
}

function inspecting(suite: Suite): void {
  const { core, test } = suite;
  for (const mode of MODES) {
    test(`inspectToken04 says what a ${mode} token's frame says`, async () => {
      assert.deepEqual(core.inspectToken04(await encoded(suite, {}, mode)), {
        version: '04',
        expire: CLAIMS.expire,
        mode,
        ivLength: mode === 'cbc' ? 16 : 12,
        ciphertextLength: mode === 'cbc' ? 96 : JSON_TEXT.length + 16,
      });
    });
    test(`${mode}: the iv is a copy in an ArrayBuffer of its own`, async () => {
      const { iv } = await core.decodeToken04(await encoded(suite, {}, mode), SECRET);
      assert.equal(iv.buffer.byteLength, iv.length);
      assert.deepEqual(iv, ivOf(mode));
    });
  }
}
