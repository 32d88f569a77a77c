// Writes the pictures at the head of the READMEs: what the inspector says of a token that was made with
// the wrong key.
//
//     npm run picture
import { pictureToken, settle, takePictures } from '@token04/inspector/take-pictures.mjs';

/** The usual mistake: the AppSign's first half is the key. */
const appSign = '8f2c61d09be47a35c1fe08d7a4923b6e5d10f7b82ac94e63917f0cd5e8b6a243';

await takePictures({
  name: 'verdict',
  secondsAfter: 47 * 60,
  height: 700,
  async show(tab) {
    await tab.locator('input[type=password]').first().fill(appSign);
    const field = tab.locator('textarea').first();
    await field.fill(pictureToken(appSign.slice(0, 32), null));
    await tab.locator('[data-verdict]').first().waitFor();
    await tab.evaluate(() => {
      // So that the picture has the verdict, the finding and the frame, and nothing between them.
      for (const part of document.querySelectorAll('.banner, .tabs, .results > section')) {
        const isShown = part.matches('.verdict, :has([data-verdict], .findings, .frame)');
        if (!isShown) part.style.display = 'none';
      }
    });
    await settle(field);
  },
});
