import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestee, type Testee } from '@token04/parity';
import { runs, skips } from '@token04/test-kit/missing';
import { testFolder } from '@token04/test-kit/test-folder';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverSecret } from './app.ts';
import { post, readyServers, settings } from './bin.ts';

const isSkipped = skips('official Go reads our tokens', {
  what: 'go',
  isThere: await runs('go', 'version'),
});
const folder = testFolder();
const run = readyServers();

describe.skipIf(isSkipped)('official Go', () => {
  let go: Testee;

  beforeAll(async () => {
    const source = fileURLToPath(new URL('../../parity/testees/go/', import.meta.url));
    const testee = join(folder, 'go-testee');
    await execa('go', ['build', '-mod=readonly', '-o', testee, '.'], { cwd: source });
    go = startTestee(testee);
  }, 300_000);

  afterAll(async () => {
    await go?.end();
  });

  // It makes and reads CBC alone.
  test('reads a token that came over HTTP', async () => {
    const server = await run({}, '--dev-identity', 'demo');
    const wish = { roomId: 'r1', publish: true, streamIds: ['cam'] };
    const response = await post(server.url, wish);
    const { token, expiresAt } = await response.json();
    const { ok } = await go.request('decode', { token, serverSecret });
    expect(ok).toMatchObject({
      mode: 'cbc',
      claims: {
        appId: Number(settings.ZEGO_APP_ID),
        userId: 'demo',
        expire: expiresAt,
        payload: '{"room_id":"r1","privilege":{"1":1,"2":1},"stream_id_list":["cam"]}',
      },
    });
  });
});
