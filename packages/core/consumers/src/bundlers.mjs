import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import * as vite from 'vite';
import webpack from 'webpack';
import { node } from './tools.mjs';

/** `bundle(project, program, output, forNode)` writes the output, an ES module of the name given. */
const BUNDLERS = [
  {
    name: `esbuild ${esbuild.version}`,
    async bundle(project, program, output, forNode) {
      await esbuild.build({
        absWorkingDir: project,
        entryPoints: [program],
        outfile: output,
        bundle: true,
        minify: true,
        format: 'esm',
        platform: forNode ? 'node' : 'browser',
      });
    },
  },
  {
    name: `webpack ${webpack.version}`,
    async bundle(project, program, output, forNode) {
      const compiler = webpack({
        context: project,
        mode: 'production',
        target: forNode ? 'node20' : ['web', 'es2022'],
        entry: `./${program}`,
        experiments: { outputModule: true },
        output: { path: project, filename: output, library: { type: 'module' } },
      });
      const stats = await new Promise((resolve, reject) =>
        compiler.run((error, result) => (error ? reject(error) : resolve(result))),
      );
      await new Promise((resolve) => compiler.close(resolve));
      if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString());
    },
  },
  {
    name: `Vite ${vite.version}`,
    async bundle(project, program, output, forNode) {
      await vite.build({
        root: project,
        logLevel: 'error',
        configFile: false,
        ssr: forNode ? { noExternal: true } : undefined,
        build: {
          ssr: forNode && program,
          emptyOutDir: false,
          outDir: '.',
          minify: true,
          target: 'es2022',
          modulePreload: false,
          rollupOptions: { input: program, output: { entryFileNames: output } },
        },
      });
    },
  },
];

export const cases = BUNDLERS.flatMap(({ name, bundle }, index) => {
  const outputOf = (what) => `bundled-${index}-${what}.mjs`;
  return [
    {
      name: `${name}, the Node.js entry`,
      async run(project) {
        await bundle(project, 'bundle-node.mjs', outputOf('node'), true);
        await node(project, outputOf('node'));
      },
    },
    {
      name: `${name}, the web entry`,
      async run(project) {
        await bundle(project, 'bundle-web.mjs', outputOf('web'), false);
        await runWithoutPackages(project, outputOf('web'));
      },
    },
    {
      name: `${name}, inspectToken04 alone brings no cipher`,
      async run(project) {
        await bundle(project, 'bundle-inspect.mjs', outputOf('inspect'), true);
        const code = await runWithoutPackages(project, outputOf('inspect'));
        const unwanted = /createCipheriv|createDecipheriv|node:crypto|subtle|app_id/.exec(code);
        if (unwanted) throw new Error(`the bundle holds ${unwanted[0]}`);
      },
    },
  ];
});

/** Runs a bundle that must hold all that it needs. Returns its code. */
async function runWithoutPackages(project, output) {
  const code = await readFile(join(project, output), 'utf8');
  const left = /\b(?:from|import|require)\s*\(?\s*["'][^"']+["']/.exec(code);
  if (left) throw new Error(`the bundle still has ${left[0]}`);
  await node(project, output);
  return code;
}
