// The secrets of a configuration, in the environment and in files.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jwtSecret, serverSecret } from './app.ts';
import { file, folder, good, mistakes } from './configs.ts';

describe('secrets in files', () => {
  test('both are read before the start, and what is wrong is listed', () => {
    const env = {
      ZEGO_APP_ID: '1',
      ZEGO_SERVER_SECRET_FILE: file('short', 'AppSign\n'),
      JWT_SECRET_FILE: '/nowhere',
    };
    expect(mistakes(env)).toEqual([
      'ZEGO_SERVER_SECRET_FILE holds what is no such secret: it must have 32 bytes (the server secret, not the AppSign)',
      'JWT_SECRET_FILE cannot be read (ENOENT)',
    ]);
  });

  test.each<[string, string | Buffer, string]>([
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.alloc(40, 0xff), Buffer.from('x')]),
      'must be UTF-8; of a binary key take its base64 or hex text, wherever it is used',
    ],
    [
      'what once were such bytes',
      '\uFFFD'.repeat(40),
      'must be UTF-8; of a binary key take its base64 or hex text, wherever it is used',
    ],
    [
      'a byte order mark',
      `\uFEFF${jwtSecret}`,
      'must not begin with a byte order mark, which some editors write',
    ],
    [
      'a blank before it',
      ` ${jwtSecret}`,
      'must not have blanks at its start or end, which are easily lost',
    ],
    [
      'a tab after it',
      `${jwtSecret}\t\n`,
      'must not have blanks at its start or end, which are easily lost',
    ],
    [
      'two line ends',
      `${jwtSecret}\n\n`,
      'must be one line, without a line end (but for one at the end of a file)',
    ],
    [
      'two lines',
      `${jwtSecret}\r\n${jwtSecret}\n`,
      'must be one line, without a line end (but for one at the end of a file)',
    ],
    ['nothing', '', 'must have 32 bytes or more'],
    [
      'a public key in one line',
      '-----BEGIN PUBLIC KEY-----MCowBQYDK2VwAyEA-----END PUBLIC KEY-----',
      'must not be a key of another kind (PEM, JWK, or its bytes in base64); public keys are read from a JWKS URL',
    ],
  ])('a file with %s is refused', (_what, content, reason) => {
    const path = join(folder, 'odd');
    writeFileSync(path, content);
    const env = { ZEGO_APP_ID: '1', ZEGO_SERVER_SECRET: serverSecret, JWT_SECRET_FILE: path };
    expect(mistakes(env)).toEqual([`JWT_SECRET_FILE holds what is no such secret: it ${reason}`]);
  });

  test.each(['', '\n', '\r\n'])('a file that ends with %j is taken', (end) => {
    const path = file('even', `${jwtSecret}${end}`);
    expect(
      mistakes({ ZEGO_APP_ID: '1', ZEGO_SERVER_SECRET: serverSecret, JWT_SECRET_FILE: path }),
    ).toEqual([]);
  });

  test('a secret in the environment is held to the same rules', () => {
    expect(mistakes({ ...good, JWT_SECRET: `${jwtSecret}\uFFFD` })).toEqual([
      'JWT_SECRET must be UTF-8; of a binary key take its base64 or hex text, wherever it is used',
    ]);
  });

  test('of what is wrong with a secret, the first is told', () => {
    expect(mistakes({ ...good, ZEGO_SERVER_SECRET: `${serverSecret}\n` })).toEqual([
      'ZEGO_SERVER_SECRET must be one line, without a line end (but for one at the end of a file)',
    ]);
  });

  test.each([
    ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 })],
    ['P-256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['Ed25519', generateKeyPairSync('ed25519')],
  ])('a public key of %s, which anyone could sign with, is no secret', (_name, { publicKey }) => {
    const der = publicKey.export({ format: 'der', type: 'spki' });
    const jwk = publicKey.export({ format: 'jwk' });
    const forms = [
      publicKey.export({ format: 'pem', type: 'spki' }),
      JSON.stringify(jwk),
      JSON.stringify({ keys: [jwk] }, undefined, 2),
      der.toString('base64'),
      der.toString('base64').replace(/.{64}/g, '$&\n'),
    ];
    const said =
      'must not be a key of another kind (PEM, JWK, or its bytes in base64); public keys are read from a JWKS URL';
    for (const form of forms) {
      expect(mistakes({ ...good, JWT_SECRET: form })).toEqual([`JWT_SECRET ${said}`]);
      const { JWT_SECRET: _, ...nobody } = good;
      expect(mistakes({ ...nobody, JWT_SECRET_FILE: file('public', form) })).toEqual([
        `JWT_SECRET_FILE holds what is no such secret: it ${said}`,
      ]);
    }
  });

  test('random bytes in base64 are a secret, whatever they begin with', () => {
    for (let i = 0; i < 2000; i++) {
      const bytes = Buffer.concat([Buffer.from([0x30, i % 256]), randomBytes(46)]);
      // A sequence within a sequence of all its length is a key, and no random bytes.
      if (bytes[1] === 46) continue;
      expect(mistakes({ ...good, JWT_SECRET: bytes.toString('base64') })).toEqual([]);
    }
  });

  test('a secret and a file of it are one too many', () => {
    const env = { ...good, ZEGO_SERVER_SECRET_FILE: file('twice', serverSecret) };
    expect(mistakes(env)).toEqual([
      'ZEGO_SERVER_SECRET or ZEGO_SERVER_SECRET_FILE must be given, exactly one of them',
    ]);
  });
});

describe('limits in Redis', () => {
  const REDIS_URL = 'redis://:the-password@127.0.0.1';

  test('are set by a URL, or by a file of it', () => {
    expect(mistakes({ ...good, REDIS_URL })).toEqual([]);
    expect(mistakes({ ...good, REDIS_URL_FILE: file('redis-url', `${REDIS_URL}\n`) })).toEqual([]);
  });

  test('are not set by both', () => {
    const env = { ...good, REDIS_URL, REDIS_URL_FILE: file('redis-url', REDIS_URL) };
    expect(mistakes(env)).toEqual(['REDIS_URL and REDIS_URL_FILE must not be given together']);
  });

  test('what is said of a bad URL holds nothing of it', () => {
    const bad = 'http://:the-password@127.0.0.1';
    const rule = 'must be a URL such as redis://127.0.0.1:6379 (rediss: for TLS)';
    expect(mistakes({ ...good, REDIS_URL: bad })).toEqual([`REDIS_URL ${rule}`]);
    expect(mistakes({ ...good, REDIS_URL_FILE: file('bad-url', bad) })).toEqual([
      `REDIS_URL_FILE holds what is no such secret: it ${rule}`,
    ]);
  });
});
