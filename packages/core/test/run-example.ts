import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

interface Example {
  readonly title: string;
  readonly code: string;
}

/** The examples of all docstrings below a folder. */
export function docstringExamples(folder: string): Example[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      return [...text.matchAll(/ \* ```js\n(.*?) \* ```/gs)].map((match, index) => ({
        title: `${path}, example ${index + 1}`,
        code: (match[1] as string).replace(/^ \* ?/gm, ''),
      }));
    });
}

/**
 * Runs the code of an example and checks what its comments claim: after an expression,
 * `// → value`, on the same line or on the next. Returns how many claims there were. Imports of
 * this package are its build, as a reader's would be.
 */
export async function runExample(code: string): Promise<number> {
  let claims = 0;
  let reached = 0;
  const body = code
    .replace(/^export /gm, '')
    .replace(/^import \{(.*?)\} from '(.*?)';$/gm, (_, names: string, from: string) => {
      return `const {${names}} = await load('${from}');`;
    })
    .replace(/^([ \t]*)(\S.*?);[ \t\n]*\/\/ → (.*)$/gm, (_, indent: string, expression, value) => {
      claims++;
      return `${indent}claim(await (${expression}), ${value}, ${JSON.stringify(expression)});`;
    });
  const AsyncFunction = (async () => {}).constructor as new (
    ...args: string[]
  ) => (
    load: (name: string) => Promise<unknown>,
    claim: (got: unknown, value: unknown, expression: string) => void,
  ) => Promise<void>;
  await new AsyncFunction('load', 'claim', body)(
    (name) => import(/* @vite-ignore */ name),
    (got, value, expression) => {
      reached++;
      if (!isDeepStrictEqual(got, value)) {
        throw new Error(`${expression} is ${JSON.stringify(got)}, not ${JSON.stringify(value)}`);
      }
    },
  );
  // In a catch block, say, for an error that did not come.
  if (reached < claims) throw new Error(`only ${reached} of ${claims} claims were reached`);
  return claims;
}
