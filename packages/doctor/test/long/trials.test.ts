// Every key that a mistake makes is prepared and tried once, however many ways there are to read a body.
import { randomBytes } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { diagnose } from '../../src/index.ts';
import { APP_SIGN, NOW, SECRET } from '../make.ts';
import { frameOf, uint } from '../parts.ts';

const tried = vi.hoisted(() => new Map<string, number>());

vi.mock('@noble/ciphers/aes.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('@noble/ciphers/aes.js')>();
  const ecb = (key: Uint8Array, options: object) => {
    const cipher = original.ecb(key, options);
    const id = Buffer.from(key).toString('hex');
    const decrypt = (bytes: Uint8Array): Uint8Array => {
      tried.set(id, (tried.get(id) ?? 0) + 1);
      return cipher.decrypt(bytes);
    };
    return { ...cipher, decrypt };
  };
  return { ...original, ecb };
});

afterEach(() => tried.clear());

test.each([
  [
    'the frame of token04',
    frameOf(uint(0, 4), uint(NOW, 4), uint(16, 2), randomBytes(16), uint(112, 2), randomBytes(112)),
  ],
  [
    'an expire of 4 bytes',
    frameOf(uint(NOW, 4), uint(16, 2), randomBytes(16), uint(112, 2), randomBytes(112)),
  ],
  ['an HMAC in front', frameOf(randomBytes(32), uint(NOW, 4), uint(112, 2), randomBytes(112))],
  ['bytes of no frame', frameOf(randomBytes(160))],
])('%s', async (_, token) => {
  const secrets = [SECRET, '0123456789abcdef0123456789abcdef'];
  const { findings } = await diagnose(token, {
    serverSecret: secrets,
    otherSecrets: [APP_SIGN],
    now: NOW,
  });
  expect(findings.some(({ severity }) => severity === 'error')).toBe(true);
  expect(tried.size).toBeGreaterThan(100);
  const proper = secrets.map((secret) => Buffer.from(secret).toString('hex'));
  for (const [key, times] of tried) {
    // The proper keys are tried on the frame of token04 first, and again with the other readings.
    expect(times).toBeLessThanOrEqual(proper.includes(key) ? 2 : 1);
  }
});
