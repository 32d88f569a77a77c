import { expect, test } from 'vitest';
import { createTokenHandler } from '../src/index.ts';
import { problemOf } from './answers.ts';
import { appOptions, ask } from './app.ts';
import { describeBoth } from './both.ts';

describeBoth('a wish that cannot be', (create) => {
  const handle = create(appOptions);

  test.each([
    ['null', '#', 'must be a JSON object'],
    ['[]', '#', 'must be a JSON object'],
    ['"r1"', '#', 'must be a JSON object'],
    ['{"roomID":"r1"}', '#/roomID', 'is not known'],
    ['{"__proto__":{"userId":"root"}}', '#/__proto__', 'is not known'],
    ['{"constructor":{}}', '#/constructor', 'is not known'],
    ['{"toString":1}', '#/toString', 'is not known'],
    ['{"a/b~c":1}', '#/a~1b~0c', 'is not known'],
    ['{"roomId":1}', '#/roomId', 'must be a string'],
    ['{"roomId":null}', '#/roomId', 'must be a string'],
    ['{"roomId":""}', '#/roomId', 'must have 1 to 127 bytes of UTF-8'],
    [`{"roomId":"${'é'.repeat(64)}"}`, '#/roomId', 'must have 1 to 127 bytes of UTF-8'],
    ['{"roomId":"\\ud800"}', '#/roomId', 'must have 1 to 127 bytes of UTF-8'],
    ['{"userId":""}', '#/userId', 'must not be empty'],
    [`{"userId":"${'x'.repeat(65)}"}`, '#/userId', 'must have 64 UTF-16 units at most'],
    ['{"userId":"\\udc00"}', '#/userId', 'must be well-formed'],
    ['{"login":1}', '#/login', 'must be true or false'],
    ['{"publish":"true"}', '#/publish', 'must be true or false'],
    ['{"streamIds":"cam"}', '#/streamIds', 'must be a list of strings'],
    ['{"streamIds":[]}', '#/streamIds', 'must hold one string or more, none of them empty'],
    ['{"streamIds":[""]}', '#/streamIds', 'must hold one string or more, none of them empty'],
    ['{"streamIds":[1]}', '#/streamIds/0', 'must be a string'],
    ['{"effectiveTimeInSeconds":"60"}', '#/effectiveTimeInSeconds', 'must be a number'],
    ['{"effectiveTimeInSeconds":1.5}', '#/effectiveTimeInSeconds', 'must be an integer'],
    ['{"effectiveTimeInSeconds":0}', '#/effectiveTimeInSeconds', 'must be at least 1'],
    ['{"effectiveTimeInSeconds":1e9}', '#/effectiveTimeInSeconds', 'must be at most 315360000'],
  ])('400 for the wish %s', async (body, pointer, detail) => {
    const response = await handle(ask(body));
    const { errors } = await response.clone().json();
    expect(errors).toEqual([{ pointer, detail }]);
    expect(await problemOf(response)).toEqual({ status: 400, code: 'invalid-wish' });
  });

  test('lists ten mistakes of a wish at most', async () => {
    const response = await handle(ask({ streamIds: Array.from({ length: 1000 }, () => 1) }));
    expect((await response.json()).errors).toHaveLength(10);
  });
});

test('all that is wrong with a body is told at once', async () => {
  const handle = createTokenHandler(appOptions);
  const response = await handle(
    ask({ room: 'r1', roomId: '', publish: 1, user: 'x', streamIds: [] }),
  );
  expect((await response.json()).errors).toEqual([
    { pointer: '#/roomId', detail: 'must have 1 to 127 bytes of UTF-8' },
    { pointer: '#/publish', detail: 'must be true or false' },
    { pointer: '#/streamIds', detail: 'must hold one string or more, none of them empty' },
    { pointer: '#/room', detail: 'is not known' },
    { pointer: '#/user', detail: 'is not known' },
  ]);
});
