import { Token04Error, type VerifyOptions, verifyToken04 } from '@token04/core/web';
import { expect, it } from 'vitest';
import { diagnose, type FindingId } from '../src/index.ts';
import { FIELDS, makeToken, NOW, payload, SECRET } from './make.ts';

const good = makeToken();

it.each<[FindingId, string, Partial<VerifyOptions>?]>([
  ['token03', `03${good.slice(2)}`],
  ['truncated', good.slice(0, 80)],
  ['wrong-secret', good, { serverSecret: '0'.repeat(32) }],
  ['field-missing', makeToken({ fields: { ctime: undefined } })],
  ['user-id-empty', makeToken({ fields: { user_id: '' } })],
  ['app-id-mismatch', good, { appId: 5 }],
  ['user-id-mismatch', good, { userId: 'root' }],
  ['expired', good, { now: FIELDS.expire }],
  ['expires-soon', good, { now: FIELDS.expire - 10, service: 'zim' }],
  ['product-payload', makeToken({ fields: { payload: payload() } }), { service: 'zim' }],
])('%s has the client codes of the core’s error', async (id, token, options) => {
  const verifying = { serverSecret: SECRET, now: NOW, ...options };
  const error: unknown = await verifyToken04(token, verifying).catch((reason) => reason);
  if (!(error instanceof Token04Error)) throw new TypeError('the token was accepted');
  const [first] = (await diagnose(token, verifying)).findings;
  expect(first?.id).toBe(id);
  expect(first?.clientCodes).toEqual(error.clientCodes);
});
