import { readFileSync } from 'node:fs';
import { fencedCode, runExample } from '@token04/test-kit/examples';
import { expect, test, vi } from 'vitest';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [server = ''] = fencedCode(readme, 'js');

test('the server example has at most ten lines and makes a token that verifies', async () => {
  expect(server.trimEnd().split('\n').length).toBeLessThanOrEqual(10);
  vi.stubEnv('ZEGO_SERVER_SECRET', 'fa94dd0f974cf2e293728a526b028271');
  const claims = await runExample(
    `${server}
import { authorizeRoom, verifyToken04 } from '@token04/core';

const token = tokenFor({ id: 'demo', isHost: false }, 'r1');
const claims = verifyToken04(token, { serverSecret: process.env.ZEGO_SERVER_SECRET, appId });
claims.userId; // → 'demo'
claims.expire - claims.ctime; // → 3600
const room = authorizeRoom(claims.payload, { roomId: 'r1' });
room.login.allowed; // → true
room.publish('cam').allowed; // → false
`,
    (name) => import(name),
  );
  expect(claims).toBe(4);
});

test.each(['core', 'parity'])('the examples of %s in its README', async (name) => {
  vi.stubEnv('ZEGO_SERVER_SECRET', 'fa94dd0f974cf2e293728a526b028271');
  const text = readFileSync(new URL(`../../packages/${name}/README.md`, import.meta.url), 'utf8');
  const blocks = fencedCode(text, 'js');
  expect(blocks.length).toBeGreaterThan(0);
  for (const code of blocks) {
    expect(await runExample(code, (name) => import(name))).toBeGreaterThan(0);
  }
});

test.each(['README.md', 'docs/operations.md'])(
  '%s starts the endpoint as its own test does',
  (page) => {
    const blocks = (path: string): string[] =>
      readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').match(/^```sh\n.*?^```/gms) ??
      [];
    const fiveMinutes = blocks('packages/server/README.md').filter((code) =>
      code.includes('ZEGO_SERVER_SECRET='),
    );
    expect(fiveMinutes).toHaveLength(2);
    expect(blocks(page)).toEqual(expect.arrayContaining(fiveMinutes));
  },
);
