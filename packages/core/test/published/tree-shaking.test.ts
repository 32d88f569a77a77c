import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** What only some exports need, as a bundle shows it that keeps the names. */
const PARTS = {
  // Where two files import the same name, esbuild numbers the second.
  cipher: /create(C|Dec)ipheriv\d*\(|setAutoPadding\(|subtle\.(?!digest)/,
  sha256: /createHash\(|subtle\.digest\(/,
  randomness: /randomBytes\(|randomFillSync\(|getRandomValues\(/,
  rooms: /stream_id_list/,
  'kit tokens': /encodeURIComponent/,
} as const;

type Part = keyof typeof PARTS;

// [export, the parts that it needs]
const EXPORTS: readonly (readonly [string, readonly Part[]])[] = [
  ['inspectToken04', []],
  ['Token04Error', []],
  ['renewalDelay', []],
  ['checkUserId', []],
  ['safeUserId', ['sha256']],
  ['authorizeRoom', ['rooms']],
  ['createKitToken', ['kit tokens']],
  ['decodeToken04', ['cipher']],
  ['verifyToken04', ['cipher']],
  ['generateToken04', ['cipher', 'randomness']],
];

describe.each(['index', 'web'])('%s.mjs', (entry) => {
  test.each(EXPORTS)('%s brings %j alone', async (name, expected) => {
    const code = await bundle(`export { ${name} } from '${dist}/${entry}.mjs'`);
    const found = Object.entries(PARTS).filter(([, pattern]) => pattern.test(code));
    expect(found.map(([part]) => part)).toEqual(expected);
  });
});

async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: dist },
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    external: ['node:crypto', 'node:v8'],
  });
  return (outputFiles[0] as { text: string }).text;
}
