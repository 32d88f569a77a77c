import { expect } from 'vitest';
import { pageUrl, test } from '../browser.ts';

test('the policy refuses requests, other scripts and a second policy of Trusted Types', async ({
  browser,
}) => {
  const page = await browser.newPage();
  try {
    await page.goto(pageUrl);
    // The page's own script makes the one policy that is allowed, after it is unpacked.
    await page.waitForSelector('textarea');
    const refused = await page.evaluate(async () => {
      const outcome = (promise: Promise<unknown>): Promise<string> =>
        promise.then(
          () => 'sent',
          (error) => error.name,
        );
      const image = new Image();
      const loaded = new Promise((resolve, reject) => {
        image.onload = resolve;
        image.onerror = () => reject(new TypeError());
      });
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      );
      image.src = 'http://127.0.0.1:9/';
      const inject = (): string => {
        try {
          const script = document.createElement('script');
          script.textContent = 'globalThis.injected = true';
          document.body.append(script);
          return 'injected';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const makePolicy = (): string => {
        try {
          const { trustedTypes } = globalThis as unknown as {
            trustedTypes: { createPolicy(name: string, rules: object): unknown };
          };
          trustedTypes.createPolicy('token04-inspector', {});
          return 'made';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const script = document.createElementNS('http://www.w3.org/2000/svg', 'script');
      script.append('globalThis.injected = true');
      document.body.append(script);
      return {
        injection: inject(),
        policy: makePolicy(),
        fetch: await outcome(fetch('http://127.0.0.1:9/')),
        image: await outcome(loaded),
        injected: 'injected' in globalThis,
        violations: violations.sort(),
      };
    });
    expect(refused).toEqual({
      fetch: 'TypeError',
      image: 'TypeError',
      injection: 'TypeError',
      policy: 'TypeError',
      injected: false,
      violations: [
        'connect-src',
        'img-src',
        'require-trusted-types-for',
        'require-trusted-types-for',
        'trusted-types',
      ],
    });
  } finally {
    await page.close();
  }
});
