// token04-server under signals: it rotates secrets, stops, and can be started again.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { verifyToken04 } from '@token04/core';
import { testFolder } from '@token04/test-kit/test-folder';
import { until } from '@token04/test-kit/until';
import { describe, expect, test } from 'vitest';
import { jwtSecret, otherSecret, serverSecret } from '../app.ts';
import { cli, post, readyServers, settings } from '../bin.ts';

const folder = testFolder();
const run = readyServers();

describe('signals', () => {
  test('a new secret in the file is taken on SIGHUP, and by itself', async () => {
    const path = join(folder, 'rotated');
    writeFileSync(path, serverSecret);
    const env = {
      ZEGO_SERVER_SECRET: '',
      ZEGO_SERVER_SECRET_FILE: path,
      REQUESTS_PER_MINUTE: '1000000',
    };
    const server = await run(env, '--dev-identity', 'demo');
    const madeWith = async (secret: string): Promise<string | undefined> => {
      const { token } = await (await post(server.url, {})).json();
      try {
        verifyToken04(token, { serverSecret: secret });
        return token;
      } catch {
        return undefined;
      }
    };
    const old = await madeWith(serverSecret);
    expect(old).toBeDefined();

    writeFileSync(path, 'too short');
    server.kill('SIGHUP');
    await until(() => server.log().includes('secret not rotated'));
    expect(server.log()).not.toContain('too short');
    expect(await madeWith(serverSecret)).toBeDefined();

    writeFileSync(path, otherSecret);
    server.kill('SIGHUP');
    await until(() => server.log().includes('secret rotated'));
    const next = await madeWith(otherSecret);
    for (const token of [old, next]) {
      const both = { serverSecret: [otherSecret, serverSecret] };
      expect(verifyToken04(token as string, both).userId).toBe('demo');
    }

    writeFileSync(path, serverSecret);
    await until(async () => (await madeWith(serverSecret)) !== undefined);
  });

  test.each(['SIGHUP', 'SIGTERM'])('%s before it listens is not lost on it', async (signal) => {
    const early = `import { Server } from 'node:net';
      const { listen } = Server.prototype;
      Server.prototype.listen = function (...given) {
        if (given[0].backlog) process.kill(process.pid, '${signal}');
        return listen.apply(this, given);
      };`;
    const args = ['--import', `data:text/javascript,${encodeURIComponent(early)}`, cli];
    const server = spawn(process.execPath, [...args, '--dev-identity', 'demo'], { env: settings });
    const exited = once(server, 'exit');
    let log = '';
    server.stdout.on('data', (chunk) => {
      log += chunk;
    });
    await until(() => log.includes('listening') || server.signalCode !== null);
    if (signal === 'SIGHUP') server.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(log).toContain('"msg":"stopped"');
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s stops it, with exit code 0', async (signal) => {
    const server = await run({}, '--dev-identity', 'demo');
    await post(server.url, {});
    server.kill(signal);
    expect(await server.ended).toBe(0);
    expect(server.log()).toContain('"msg":"stopped"');
  });

  describe('stopped after abuse, it exits with 0', () => {
    test('by connections that pipeline requests and are reset', async () => {
      const server = await run({ JWT_SECRET: jwtSecret });
      const { hostname, port } = new URL(server.url);
      for (let i = 0; i < 20; i++) {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => {});
        await once(socket, 'connect');
        socket.write('POST /token HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(1700));
        setTimeout(() => socket.resetAndDestroy(), 5);
        await new Promise((resolve) => socket.once('close', resolve));
      }
      server.kill('SIGTERM');
      expect(await server.ended).toBe(0);
    });

    test('by a reader of its log who does not read', async () => {
      const env = { ...settings, REQUESTS_PER_MINUTE: '1000000' };
      const child = spawn(process.execPath, [cli, '--dev-identity', 'demo'], { env });
      const exited = once(child, 'exit');
      const [line] = await once(child.stdout, 'data');
      child.stdout.pause();
      const { url } = JSON.parse(String(line).split('\n', 1)[0] as string);
      // More than what the system holds of it.
      for (let i = 0; i < 50; i++) {
        const answers = await Promise.all(Array.from({ length: 30 }, () => post(url, {})));
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      }
      child.kill('SIGTERM');
      expect(await exited).toEqual([0, null]);
    });
  });

  test('killed and started again under requests: no answer is half a token', async () => {
    let server = await run({ REQUESTS_PER_MINUTE: '1000000' }, '--dev-identity', 'demo');
    const PORT = new URL(server.url).port;
    let asking = true;
    let good = 0;
    let failed = 0;
    const client = async () => {
      while (asking) {
        try {
          const response = await post(server.url, { roomId: 'r1' });
          const { token } = await response.json();
          expect(response.status).toBe(200);
          expect(verifyToken04(token, { serverSecret }).userId).toBe('demo');
          good++;
        } catch (error) {
          // Nobody listened, or the connection broke off. JSON that breaks off says so, too.
          if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
          failed++;
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
    };
    const clients = Array.from({ length: 4 }, client);
    const moreAnswers = async () => {
      const soFar = good;
      await until(() => good >= soFar + 100);
    };
    for (let round = 0; round < 3; round++) {
      await moreAnswers();
      server.kill('SIGKILL');
      expect(await server.ended).toBe('SIGKILL');
      server = await run({ PORT, REQUESTS_PER_MINUTE: '1000000' }, '--dev-identity', 'demo');
    }
    await moreAnswers();
    asking = false;
    await Promise.all(clients);
    expect(failed).toBeGreaterThan(0);
  });
});
