import { expect } from 'vitest';
import { test } from '../browser.ts';
import { tokenOf } from '../sample.ts';

test('the tokens in dropped files are judged', async ({ open }) => {
  const page = await open();
  await page.getByRole('tab', { name: 'Generate' }).click();
  const contents = [`${tokenOf({ userId: 'bob' })}\n`, tokenOf({ userId: 'eve' })];
  await page.evaluate((contents) => {
    const data = new DataTransfer();
    for (const [index, text] of contents.entries()) {
      data.items.add(new File([text], `${index}.txt`, { type: 'text/plain' }));
    }
    const drop = (type: string): boolean =>
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }),
      );
    // Not cancelled, the browser would leave the page for the file.
    if (drop('dragover') || drop('drop')) throw new Error('the browser takes the files');
  }, contents);
  await page.locator('.tokens [data-verdict]').nth(1).waitFor();
  expect(await page.getByLabel('Token or kit token').inputValue()).toBe(contents.join('\n'));
  expect(await page.locator('html[data-dragging]').count()).toBe(0);
});
