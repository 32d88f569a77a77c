import type { Plugin, Rolldown } from 'vite';

type Change = (html: string, bundle: Rolldown.OutputBundle) => string;

/** Changes each page of the build. What is to be changed later is listed later in vite.config.ts. */
export function changePage(name: string, change: Change): Plugin {
  return {
    name,
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue;
          file.source = change(String(file.source), bundle);
        }
      },
    },
  };
}
