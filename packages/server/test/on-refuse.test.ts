import { describe, expect, test, vi } from 'vitest';
import { createTokenHandler, type RefuseEvent } from '../src/index.ts';
import { appOptions, ask } from './app.ts';

describe('onRefuse', () => {
  const json = { 'content-type': 'application/json' };
  test.each<[string, Request, number]>([
    ['unauthenticated', ask(undefined, { headers: { 'x-user': '' } }), 401],
    ['forbidden', ask({ roomId: 'r2' }), 403],
    ['invalid-wish', ask({ nothing: 1 }), 400],
    ['invalid-json', ask('{', { headers: json }), 400],
    ['method-not-allowed', new Request('https://app.example/token'), 405],
    ['unsupported-media-type', ask('x', { headers: { 'content-type': 'text/plain' } }), 415],
  ])('gets %s', async (code, request, status) => {
    const onRefuse = vi.fn((_event: RefuseEvent) => {});
    const handle = createTokenHandler({ ...appOptions, onRefuse });
    expect((await handle(request)).status).toBe(status);
    expect(onRefuse.mock.calls).toEqual([[{ code, status, request }]]);
  });

  test('that fails changes no answer, and a token calls none', async () => {
    const onRefuse = vi.fn(() => {
      throw new Error('no disk');
    });
    const handle = createTokenHandler({ ...appOptions, onRefuse });
    expect((await handle(ask({ roomId: 'r2' }))).status).toBe(403);
    expect((await handle(ask({ roomId: 'r1' }))).status).toBe(200);
    expect(onRefuse).toHaveBeenCalledTimes(1);
  });
});
