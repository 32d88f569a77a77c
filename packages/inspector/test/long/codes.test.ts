import { describe, expect } from 'vitest';
import { test } from '../browser.ts';

describe('a code that is typed in is explained', () => {
  test.for([
    ['1102016', '1102016 · Express Web'],
    ['-200002', '-200002 · Digital human'],
    ['kitToken error', 'kitToken error · UIKit'],
  ] as const)('%s', async ([code, headline], { open }) => {
    const page = await open();
    await page.getByLabel('Token or kit token').fill(code);
    await page.locator(`[data-code="${code}"]`).waitFor();
    expect(await page.locator('.headline').textContent()).toContain(headline);
    expect(await page.locator('.verdict .reason').textContent()).toMatch(/\.$/);
    expect(await page.locator('.causes li').count()).toBeGreaterThan(0);
    expect(await page.locator('.next-step').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: '中文' }).click();
    await page
      .locator('.verdict .reason')
      .getByText(/\p{Script=Han}/u)
      .waitFor();
  });
});
