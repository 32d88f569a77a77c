import type { DefaultTheme, SiteConfig, UserConfig } from 'vitepress';

type Plugin = NonNullable<NonNullable<UserConfig['vite']>['plugins']>[number];

/**
 * Takes the tokenizer out of what is passed to the page once the index is made: VitePress passes a
 * function as text that the page evaluates, which the policy forbids. The theme has it from its module.
 */
export function withoutFunctions(): Plugin {
  let site: SiteConfig<DefaultTheme.Config>['site'] | undefined;
  return {
    name: 'search-without-functions',
    apply: 'build',
    configResolved(config: object) {
      site = (config as { vitepress?: SiteConfig<DefaultTheme.Config> }).vitepress?.site;
    },
    closeBundle() {
      const { search } = site?.themeConfig ?? {};
      if (search?.provider === 'local') delete search.options?.miniSearch;
    },
  };
}
