// The browsers in which pages are tested, behind one face: what runs in them is a function.
import { afterAll, beforeAll, describe } from 'vitest';
import { chromiumPath } from './chromium.mjs';
import { firefoxPath, startFirefox } from './firefox.mjs';
import { startChromium } from './start-chromium.mjs';
import { startWebkit, webkitPath } from './webkit.mjs';

/** What runs in a page is sent as text: it sees nothing but its argument. */
export interface EnginePage {
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

export interface Engine {
  readonly version: string;
  open(url: string): Promise<EnginePage>;
  close(): Promise<void>;
}

/** In milliseconds, for each step: so long that only a hang takes it. */
const TIMEOUT = 60_000;

const ENGINES: readonly (readonly [
  name: string,
  path: string | undefined,
  start: (path: string, timeout: number) => Promise<unknown>,
])[] = [
  ['Chromium', chromiumPath, startChromium],
  ['Firefox', firefoxPath, startFirefox],
  ['WebKitGTK', webkitPath, startWebkit],
];

/**
 * Runs tests in each engine. One that the machine lacks is skipped with a line that says so, and is a
 * failure with CI=true, but for WebKitGTK, which is for Linux alone.
 *
 * @param what what is not tested then
 */
export function describeEngines(what: string, tests: (engine: () => Engine) => void): void {
  for (const [name, path, start] of ENGINES) {
    if (path === undefined) {
      const isMissed = name !== 'WebKitGTK' || process.platform === 'linux';
      if (process.env['CI'] && isMissed) {
        throw new Error(`no ${name} on this machine, for ${what}`);
      }
      console.log(`skipped, since this machine has no ${name}: ${what} in it`);
      continue;
    }
    describe(name, () => {
      let engine: Engine;
      beforeAll(async () => {
        engine = (await start(path, TIMEOUT)) as Engine;
      });
      afterAll(() => engine?.close());
      tests(() => engine);
    });
  }
}
