// The page from a server: a static one, one without https, and in a frame of another page.
import { expect } from 'vitest';
import { zhCN } from '../../src/texts/zh-cn.ts';
import { pagePath, test, whileServed } from '../browser.ts';
import { inspect, MAY_DO_BOTH, roomToken, SECRET, verdictIs } from '../sample.ts';

test('the page works from a static server', async ({ open }) => {
  await whileServed(async (url) => {
    const page = await open({ url });
    await inspect(page, roomToken(), SECRET);
    await verdictIs(page, MAY_DO_BOTH);
  });
});

test('on a page without https, where the browser withholds its cryptography, it says so', async ({
  open,
}) => {
  const page = await open({
    url: 'http://inspector.test/',
    prepare: (page) => page.route('**/*', (route) => route.fulfill({ path: pagePath })),
  });
  await page.getByText('The browser withholds its cryptography').waitFor();
  await inspect(page, roomToken(), SECRET);
  await verdictIs(page, 'Well-formed so far');
  await page.getByRole('tab', { name: 'Generate' }).click();
  expect(await page.getByRole('button', { name: 'Generate' }).isDisabled()).toBe(true);
});

test('the page works in a sandboxed frame, which has no storage', async ({ browser }) => {
  await whileServed(async (url) => {
    const page = await browser.newPage();
    try {
      // By another page of that server, as a page from nowhere is no secure context.
      const html = `<iframe sandbox="allow-scripts" src="${url}"></iframe>`;
      await page.route(`${url}site`, (route) =>
        route.fulfill({ contentType: 'text/html', body: html }),
      );
      await page.goto(`${url}site`);
      const frame = page.frameLocator('iframe');
      await frame.getByRole('button', { name: 'Good', exact: true }).click();
      await frame.locator('[data-verdict=good]').waitFor();
      await frame.getByRole('button', { name: '中文' }).click();
      await frame.getByRole('heading', { name: zhCN.title }).waitFor();
    } finally {
      await page.close();
    }
  });
});
