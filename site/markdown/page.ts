import type { Locale } from '../gather/addresses.ts';

/** What VitePress knows of the page that it renders. */
interface Environment {
  frontmatter?: { source?: string };
  relativePath?: string;
}

/** The page's path in the repository, undefined for the front pages and those of the codes; its language. */
export function pageOf(environment: Environment): { source: string | undefined; locale: Locale } {
  const { frontmatter, relativePath = '' } = environment;
  return {
    source: frontmatter?.source,
    locale: relativePath.startsWith('zh-CN/') ? 'zh-CN' : 'en',
  };
}
