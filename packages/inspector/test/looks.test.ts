import type { Page } from 'playwright-core';
import { describe, expect, test as plainTest } from 'vitest';
import { en } from '../src/texts/en.ts';
import { zhCN } from '../src/texts/zh-cn.ts';
import { pageUrl, test, whileServed } from './browser.ts';
import { inspect, MAY_DO_BOTH, roomToken, SECRET, verdictIs } from './sample.ts';

describe('where the system forces its colours', () => {
  test('it is seen which tab and which choice is chosen', async ({ open }) => {
    const page = await open({ forcedColors: 'active' });
    const looks = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { backgroundColor, borderBottomColor } = getComputedStyle(element);
          return `${backgroundColor} ${borderBottomColor}`;
        });
    expect(await looks('[role=tab][aria-selected=true]')).not.toBe(
      await looks('[role=tab][aria-selected=false]'),
    );
    expect(await looks('.choice-options label:has(:checked)')).not.toBe(
      await looks('.choice-options label:has(:not(:checked))'),
    );
    await page.getByRole('button', { name: 'Good', exact: true }).click();
    await verdictIs(page, MAY_DO_BOTH);
    const fields = await page
      .locator('.dump [data-part]')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).backgroundColor));
    expect(new Set(fields).size).toBeGreaterThanOrEqual(4);
  });
});

test('whatever is pressed or touched is 24 pixels wide and high at least', async ({ open }) => {
  const page = await open({ viewport: { width: 320, height: 700 } });
  const small = (): Promise<string[]> =>
    page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'button, a, summary, label:has(input), select, input, textarea',
        ),
      ]
        // What a label holds is touched by it; the skip link is for the keyboard.
        .filter((element) => !element.matches('label input, .skip') && element.checkVisibility())
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width < 24 || height < 24;
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    );
  expect(await small()).toEqual([]);
  await inspect(page, `${roomToken()}\n${roomToken()}`, SECRET);
  await page.getByRole('button', { name: 'Token 1', exact: true }).click();
  await page.locator('.opened .inside').waitFor();
  expect(await small()).toEqual([]);
  await page.getByRole('tab', { name: 'Generate' }).click();
  await page.getByLabel('Room', { exact: true }).check();
  expect(await small()).toEqual([]);
});

test('no heading is missing between two levels', async ({ open }) => {
  const page = await open();
  await inspect(page, roomToken(), 'x'.repeat(32));
  await page.locator('.verdict').waitFor();
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll((headings) =>
      headings.filter((each) => each.checkVisibility()).map(({ tagName }) => Number(tagName[1])),
    );
  expect(levels[0]).toBe(1);
  expect(levels.length).toBeGreaterThan(5);
  for (const [index, level] of levels.entries()) {
    expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  }
});

describe('language and theme are remembered, and nothing else', () => {
  const stored = (page: Page): Promise<object> => page.evaluate(() => ({ ...localStorage }));

  test('from one visit to the next', async ({ open }) => {
    const page = await open({ locale: 'en-US', colorScheme: 'light' });
    expect(await stored(page)).toEqual({});
    await inspect(page, roomToken(), SECRET);
    await verdictIs(page, MAY_DO_BOTH);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '深色' }).click();
    expect(await stored(page)).toEqual({
      'token04-inspector.language': 'zh-CN',
      'token04-inspector.theme': 'dark',
    });
    await page.goto(pageUrl);
    await page.getByRole('heading', { name: zhCN.title }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.locator('textarea').first().inputValue()).toBe('');
  });

  test('what is stored there by others is not taken for a choice', async ({ open }) => {
    const page = await open({
      prepare: (page) =>
        page.addInitScript(() => {
          // `Object.prototype` has a property of that name.
          localStorage.setItem('token04-inspector.language', 'constructor');
        }),
    });
    await page.getByRole('heading', { name: en.title }).waitFor();
    await page.evaluate(() => localStorage.clear());
  });
});

describe.for([
  ['en-US', '#lang=zh-CN', 'zh-CN'],
  ['zh-CN', '#lang=en', 'en'],
  ['zh-CN', '#lang=fr', 'zh-CN'],
  ['en-US', '#lang=constructor', 'en'],
] as const)('in a browser in %s, a link with %s', ([locale, fragment, lang]) => {
  test(`opens the page in ${lang}`, async ({ open }) => {
    const page = await open({ locale, url: pageUrl + fragment });
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
  });
});

test('what was chosen in an earlier visit counts for more than the language of a link', async ({
  open,
}) => {
  const page = await open({ locale: 'en-US' });
  await page.getByRole('button', { name: '中文' }).click();
  await page.goto('about:blank');
  await page.goto(`${pageUrl}#lang=en`);
  await page.getByRole('heading', { name: zhCN.title }).waitFor();
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

describe('10 MB', () => {
  test.for([
    ['Token or kit token', 100_000],
    ['Server secret', 10_000],
    ['User ID', 10_000],
  ] as const)('pasted into %s are bounded at once', async ([label, limit], { open }) => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => navigator.clipboard.writeText('A'.repeat(10 * 2 ** 20)));
    const field = page.locator('#panel-inspect').getByLabel(label, { exact: true });
    await field.press('ControlOrMeta+v');
    await expect.poll(async () => (await field.inputValue()).length).toBe(limit);
    // It reacts, and to what comes next as well.
    await inspect(page, roomToken(), SECRET);
    await page.locator('#panel-inspect').getByLabel('User ID').fill('');
    await verdictIs(page, MAY_DO_BOTH);
  });

  test('what was left out of them is said', async ({ open }) => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(() => navigator.clipboard.writeText('A'.repeat(10 * 2 ** 20)));
    await page.getByLabel('Token or kit token').press('ControlOrMeta+v');
    await page.getByText('Only the first 100,000 of 10,485,760 characters were taken.').waitFor();
    await page.evaluate(() => navigator.clipboard.writeText('04'));
    await page.getByLabel('Token or kit token').press('ControlOrMeta+a');
    await page.getByLabel('Token or kit token').press('ControlOrMeta+v');
    await expect.poll(() => page.getByText('Only the first').count()).toBe(0);
  });

  test('of a file are bounded as well', async ({ open }) => {
    const page = await open();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['A'.repeat(10 * 2 ** 20)], 'log.txt'));
      document.body.dispatchEvent(
        new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    });
    await page.getByText('Only the first 100,000 of').waitFor();
    await page.locator('.verdict[data-verdict=bad]').waitFor();
  });
});

/** Every text of a dictionary; of a function, what it makes of a sample. */
function textsOf(node: unknown): string[] {
  if (typeof node === 'function') return [String(node('一', '二', 3, 4))];
  if (typeof node === 'string') return [node];
  return Object.values(node as object).flatMap(textsOf);
}

plainTest('Chinese has Chinese punctuation, beside Latin letters too', () => {
  const narrow = textsOf(zhCN).filter((text) =>
    /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|[a-z0-9][,;:!?]\p{Script=Han}/iu.test(text),
  );
  expect(narrow).toEqual([]);
});
