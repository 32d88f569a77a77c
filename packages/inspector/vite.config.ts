import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { inlineLicenses, LICENSE_FILE } from './inline-licenses.ts';
import { packScript } from './packed-script.ts';

export default defineConfig({
  // Whatever NODE_ENV says: the development runtime would put the paths of this machine in.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    target: 'es2022',
    // The first that have light-dark(), so that it is not compiled into something longer.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    modulePreload: false,
    license: { fileName: LICENSE_FILE },
    reportCompressedSize: false,
  },
  plugins: [viteSingleFile(), packScript(), inlineLicenses(), contentSecurityPolicy()],
});
