// IDs that a product would refuse are refused, or warned of, before a client meets that.
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type BadIdEvent,
  createTokenHandler,
  type Grant,
  type IdProfile,
  type RefuseEvent,
  type TokenHandlerOptions,
} from '../src/index.ts';
import { badIdOf, ID_PROFILES } from '../src/lib/product-ids.ts';
import { appOptions, ask, type User } from './app.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const payload = (room_id: string, stream_id_list: string[] | null = null): string =>
  JSON.stringify({ room_id, privilege: { 1: 1, 2: 1 }, stream_id_list });
const granted = (userId: string, more: Partial<Grant> = {}): Grant => ({
  userId,
  effectiveTimeInSeconds: 60,
  ...more,
});

describe('badIdOf', () => {
  test.each<[IdProfile, Grant, string | undefined]>([
    ['express-web', granted('auth0|x'), 'userId'],
    ['express-native', granted('u'.repeat(64)), 'userId'],
    ['express-web', granted('u'.repeat(64)), undefined],
    ['zim', granted('auth0|x'), undefined],
    ['zim', granted('u'.repeat(33)), 'userId'],
    ['uikit', granted('a-b'), 'userId'],
    ['ai-agent', granted('a-b'), undefined],
    ['portable', granted('a-b'), 'userId'],
    ['express-web', granted('demo', { payload: payload('r 1') }), 'roomId'],
    ['uikit', granted('demo', { payload: payload('r 1') }), 'roomId'],
    ['zim', granted('demo', { payload: payload('r 1') }), undefined],
    ['portable', granted('demo', { payload: payload('r.1') }), 'roomId'],
    ['express-web', granted('demo', { payload: payload('r.1') }), undefined],
    ['express-web', granted('demo', { payload: payload('r1', ['cam', 'a,b']) }), 'streamIds'],
    ['express-web', granted('demo', { payload: 'no JSON' }), undefined],
    ['express-web', granted('demo', { payload: '[{"room_id":"r 1"}]' }), undefined],
  ])('%s: the ID of %j that would be refused: %s', (profile, grant, field) => {
    expect(badIdOf(grant, [profile])?.field).toBe(field);
  });

  test('of several products each is asked', () => {
    expect(badIdOf(granted('a-b'), ['zim', 'express-web', 'uikit'])?.detail).toBe(
      'must be 1 to 32 of A-Z, a-z, 0-9, _ (uikit), got a string with "-"',
    );
    expect(badIdOf(granted('a-b'), ['zim', 'express-web'])).toBeUndefined();
  });

  test('every product but the old name of one can be chosen', () => {
    expect([...ID_PROFILES].sort()).toEqual(
      ['express-native', 'express-web', 'zim', 'uikit', 'ai-agent', 'portable'].sort(),
    );
  });
});

describe('the handler', () => {
  const anyRoom = (more: Partial<TokenHandlerOptions<User>>): TokenHandlerOptions<User> => ({
    ...appOptions,
    grant: ({ userId }, { roomId = 'r 0', streamIds = null }) =>
      granted(userId, { payload: payload(roomId, streamIds && [...streamIds]) }),
    ...more,
  });

  test('without checkIds, any ID is taken', async () => {
    const response = await createTokenHandler(anyRoom({}))(ask({ roomId: 'r 1' }));
    expect(response.status).toBe(200);
  });

  test.each<[string, object, object, number, string]>([
    ['a room that was asked for', { roomId: 'r 1' }, {}, 400, 'room-id-refused'],
    ['a stream that was', { roomId: 'r1', streamIds: ['a,b'] }, {}, 400, 'stream-id-refused'],
    ['a room of the grant’s own', {}, {}, 403, 'room-id-refused'],
    ['a user', { roomId: 'r1' }, { 'x-user': 'u'.repeat(64) }, 403, 'user-id-refused'],
  ])('refuses %s', async (_, wish, headers, status, reason) => {
    const onRefuse = vi.fn((_event: RefuseEvent) => {});
    const handle = createTokenHandler(anyRoom({ checkIds: ['express-native'], onRefuse }));
    const response = await handle(ask(wish, { headers: headers as HeadersInit }));
    expect(response.status).toBe(status);
    expect(onRefuse.mock.calls.map(([event]) => event.reason)).toEqual([reason]);
    // The client is not told whose rules a user breaks that it cannot choose.
    expect(onRefuse.mock.calls[0]?.[0].detail).toMatch(
      /^must be 1 to \d+ of .* \(express-native\), got a string (with "(?:\\u\{20\}|,)"|of 64 characters)$/,
    );
    const { code, errors } = await response.json();
    expect(code).toBe(status === 400 ? 'invalid-wish' : 'forbidden');
    if (status === 400) {
      const [{ pointer, detail }] = errors;
      expect(pointer).toBe(reason === 'room-id-refused' ? '#/roomId' : '#/streamIds');
      expect(detail).toMatch(
        /^must be 1 to \d+ of .* \(express-native\), got a string with "(?:\\u\{20\}|,)"$/,
      );
    } else expect(errors).toBeUndefined();
  });

  test('warns instead where it is told to', async () => {
    const onBadId = vi.fn((_event: BadIdEvent) => {});
    const options = anyRoom({ checkIds: ['express-web'], badIds: 'warn', onBadId });
    const request = ask({ roomId: 'r 1' });
    expect((await createTokenHandler(options)(request)).status).toBe(200);
    const detail = expect.stringMatching(
      /^must be .*\(express-web\), got a string with "\\u\{20\}"$/,
    );
    expect(onBadId.mock.calls).toEqual([[{ field: 'roomId', detail, request }]]);
    expect((await createTokenHandler(options)(ask({ roomId: 'r1' }))).status).toBe(200);
    expect(onBadId).toHaveBeenCalledTimes(1);
  });

  test('warns on the console unless told otherwise, and of no ID', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const handle = createTokenHandler(anyRoom({ checkIds: ['express-web'], badIds: 'warn' }));
    expect((await handle(ask({ roomId: 'Geheimnis 1' }))).status).toBe(200);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls.join()).toMatch(/its roomId must be 1 to 128 of/);
    expect(warn.mock.calls.join()).not.toContain('Geheimnis');
  });

  test.each([
    [{ checkIds: ['express'] }, 'checkIds.0'],
    [{ checkIds: 'zim' }, 'checkIds'],
    [{ checkIds: ['aiagent'] }, 'checkIds.0'],
    [{ badIds: 'ignore' }, 'badIds'],
  ])('%j is no option', (bad, argument) => {
    expect(() =>
      createTokenHandler({ ...appOptions, ...(bad as Partial<TokenHandlerOptions<User>>) }),
    ).toThrow(expect.objectContaining({ code: 'ERR_TOKEN04_ARGUMENT', argument }));
  });
});
