import { afterEach, expect, test, vi } from 'vitest';
import { createIssuer, decodeToken04 } from '../src/index.ts';
import { SECRET as serverSecret } from './suite/harness.ts';

afterEach(() => vi.restoreAllMocks());

test('of a GCM token whose tag is wrong nothing is parsed', () => {
  const issuer = createIssuer({ appId: 1, serverSecret, mode: 'gcm' });
  const token = issuer.issue({ userId: 'demo', effectiveTimeInSeconds: 60 });
  const body = Buffer.from(token.slice(2), 'base64');
  const lastOfTag = body.length - 2;
  body[lastOfTag] = (body[lastOfTag] as number) ^ 1;

  const parse = vi.spyOn(JSON, 'parse');
  decodeToken04(token, serverSecret);
  expect(parse).toHaveBeenLastCalledWith(expect.stringContaining('"user_id":"demo"'));
  parse.mockClear();
  expect(() => decodeToken04(`04${body.toString('base64')}`, serverSecret)).toThrow(
    expect.objectContaining({ code: 'ERR_TOKEN04_DECRYPTION' }),
  );
  expect(parse).not.toHaveBeenCalled();
});
