// WebKitGTK, whose engine is that of Safari, by WebDriver over HTTP.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { execa } from 'execa';
import type { EnginePage, StartEngine } from './engine.ts';
import { freePort } from './ports.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
/** A screen for it, which a server has not. */
const SCREEN = '/usr/bin/xvfb-run';

const browser = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
  .find((path) => existsSync(path));

/** The path of a WebKitGTK of this machine, or undefined. */
export const webkitPath: string | undefined =
  existsSync(DRIVER) && existsSync(SCREEN) ? browser : undefined;

/** It has one window: a page that is opened takes the place of another. */
export const startWebkit: StartEngine = async (executablePath, timeout) => {
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
  const close = async (): Promise<void> => {
    process.kill(-(driver.pid as number), 'SIGTERM');
    await driver;
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    await untilItListens(port, timeout);
    const { session, version } = await newSession(port, executablePath, timeout);
    return { version, open: (url) => openPage(session, url), close };
  } catch (error) {
    await close();
    throw error;
  }
};

interface Session {
  ask(command: string, body: object): Promise<unknown>;
}

async function newSession(
  port: number,
  executablePath: string,
  timeout: number,
): Promise<{ session: Session; version: string }> {
  const ask = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value.error}, ${value.message}`);
    return value;
  };
  const { sessionId, capabilities } = (await ask('/session', {
    capabilities: {
      alwaysMatch: {
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: executablePath, args: ['--automation'] },
      },
    },
  })) as { sessionId: string; capabilities: { browserVersion: string } };
  const session: Session = { ask: (command, body) => ask(`/session/${sessionId}${command}`, body) };
  await session.ask('/timeouts', { script: timeout });
  return { session, version: capabilities.browserVersion };
}

async function openPage(session: Session, url: string): Promise<EnginePage> {
  await session.ask('/url', { url });
  return {
    async evaluate<Argument, Result>(
      run: (argument: Argument) => Result | Promise<Result>,
      argument?: Argument,
    ): Promise<Result> {
      const { value, error } = (await session.ask('/execute/async', {
        script: `const answer = arguments[arguments.length - 1];
          (async () => (${run})(arguments[0]))().then(
            (value) => answer({ value }),
            (error) => answer({ error: String(error) }),
          );`,
        args: [argument ?? null],
      })) as { value: Result; error?: string };
      if (error !== undefined) throw new Error(`in WebKitGTK: ${error}`);
      return value;
    },
  };
}

async function untilItListens(port: number, timeout: number): Promise<void> {
  const end = performance.now() + timeout;
  while (performance.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await setTimeout(50);
  }
  throw new Error(`WebKitWebDriver does not listen after ${timeout} ms`);
}
