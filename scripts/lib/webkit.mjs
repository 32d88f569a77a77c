// WebKitGTK, whose engine is that of Safari, by WebDriver over HTTP.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';

const DRIVER = '/usr/bin/WebKitWebDriver';
/** A screen for it, which a server has not. */
const SCREEN = '/usr/bin/xvfb-run';

const browser = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path));

/** The path of a WebKitGTK of this machine, or undefined. */
export const webkitPath = existsSync(DRIVER) && existsSync(SCREEN) ? browser : undefined;

/**
 * @param timeout in milliseconds, for each step
 * @returns as `startFirefox`. It has one window: a page that is opened takes the place of another.
 */
export async function startWebkit(executablePath, timeout) {
  const folder = mkdtempSync(join(tmpdir(), 'token04-webkit-'));
  const port = await freePort();
  const driver = execa(SCREEN, ['-a', DRIVER, `--port=${port}`], {
    // Xvfb, the driver and the browser are ended together.
    detached: true,
    reject: false,
    stdio: 'ignore',
    env: {
      TMPDIR: folder,
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  const close = async () => {
    process.kill(-driver.pid, 'SIGTERM');
    await driver;
    rmSync(folder, { recursive: true, force: true });
  };
  const ask = async (path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}, ${value.message}`);
    return value;
  };
  const openPage = async (session, url) => {
    await ask(`${session}/url`, { url });
    return {
      async evaluate(run, argument) {
        const { value, error } = await ask(`${session}/execute/async`, {
          script: `const answer = arguments[arguments.length - 1];
            (async () => (${run})(arguments[0]))().then(
              (value) => answer({ value }),
              (error) => answer({ error: String(error) }),
            );`,
          args: [argument ?? null],
        });
        if (error !== undefined) throw new Error(`in WebKitGTK: ${error}`);
        return value;
      },
    };
  };

  try {
    await untilItListens(port, timeout);
    const { sessionId, capabilities } = await ask('/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: executablePath, args: ['--automation'] },
        },
      },
    });
    const session = `/session/${sessionId}`;
    await ask(`${session}/timeouts`, { script: timeout });
    return {
      version: capabilities.browserVersion,
      open: (url) => openPage(session, url),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function untilItListens(port, timeout) {
  const end = performance.now() + timeout;
  while (performance.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await setTimeout(50);
  }
  throw new Error(`WebKitWebDriver does not listen after ${timeout} ms`);
}

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
