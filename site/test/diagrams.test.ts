import { expect, test } from 'vitest';
import { DIAGRAMS, svgFile } from '../diagrams/index.ts';

const cases = Object.entries(DIAGRAMS).flatMap(([name, draw]) =>
  (['en', 'zh-CN'] as const).map((locale) => ({ name, locale, draw })),
);

test.each(cases)(
  '$name in $locale is as it is drawn; `npx vitest run diagrams --update` writes it',
  async ({ name, locale, draw }) => {
    const file = `../../docs/images/diagrams/${name}-${locale}.svg`;
    await expect(svgFile(draw(locale))).toMatchFileSnapshot(file);
  },
);
