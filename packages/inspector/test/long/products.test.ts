import { describe, expect } from 'vitest';
import { test } from '../browser.ts';
import { inspect, roomToken, SECRET } from '../sample.ts';

describe('a room token is refused for a product that does not take it', () => {
  test.for([
    ['zim', 'product-payload'],
    ['minigame', 'product-payload'],
    ['uikit', 'kit-missing'],
  ] as const)('%s', async ([product, finding], { open }) => {
    const page = await open();
    await inspect(page, roomToken(), SECRET);
    await page.locator('.verdict[data-verdict=good]').waitFor();
    await page.getByLabel('Product').selectOption(product);
    await page.locator(`[data-finding=${finding}][data-severity=error]`).waitFor();
  });

  test('every product can be chosen', async ({ open }) => {
    const page = await open();
    expect(
      await page
        .getByLabel('Product')
        .locator('option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value)),
    ).toEqual(['any', 'express', 'zim', 'uikit', 'minigame', 'superboard', 'ai-agent']);
  });
});
