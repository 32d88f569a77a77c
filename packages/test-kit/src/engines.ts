import { afterAll, beforeAll, describe } from 'vitest';
import { chromiumPath } from './chromium.ts';
import type { Engine, StartEngine } from './engine.ts';
import { firefoxPath, startFirefox } from './firefox.ts';
import { skips } from './missing.ts';
import { startChromium } from './start-chromium.ts';
import { startWebkit, webkitPath } from './webkit.ts';

export type { Engine, EnginePage } from './engine.ts';

/** In milliseconds, for each step: so long that only a hang takes it. */
const TIMEOUT = 60_000;

const ENGINES: readonly (readonly [
  name: string,
  path: string | undefined,
  start: StartEngine,
  isForThisSystem: boolean,
])[] = [
  ['Chromium', chromiumPath, startChromium, true],
  ['Firefox', firefoxPath, startFirefox, true],
  ['WebKitGTK', webkitPath, startWebkit, process.platform === 'linux'],
];

/**
 * Runs tests in each engine. One that the machine lacks is skipped with a line that says so; in CI its
 * tests fail, but for those of WebKitGTK on what is no Linux.
 *
 * @param what what is tested
 */
export function describeEngines(what: string, tests: (engine: () => Engine) => void): void {
  for (const [name, path, start, isForThisSystem] of ENGINES) {
    const isThere = path !== undefined || !isForThisSystem;
    const isSkipped = skips(`${what} in ${name}`, { what: name, isThere }) || !isForThisSystem;
    describe.skipIf(isSkipped)(name, () => {
      let engine: Engine;
      beforeAll(async () => {
        if (path === undefined) throw new Error(`there is no ${name} on this machine`);
        engine = await start(path, TIMEOUT);
      });
      afterAll(() => engine?.close());
      tests(() => engine);
    });
  }
}
