import { createMarkdownRenderer, type MarkdownRenderer } from 'vitepress';
import { expect, test } from 'vitest';
import { repositoryLinks } from '../markdown/repository-links.ts';

// A file of its own, since VitePress makes one renderer for a process.
test('a link to a file that is no page is none where the repository is not known', async () => {
  const options = { pages: [], repositoryUrl: '', base: '/' };
  const config = (it: MarkdownRenderer) => it.use(repositoryLinks, options);
  const md = await createMarkdownRenderer('.', { config });
  const text = '---\nsource: docs/renewal.md\n---\n[x](../package.json)';
  expect(md.render(text, { relativePath: 'renewal.md' })).toContain(
    '<a class="unlinked" title="package.json">',
  );
});
