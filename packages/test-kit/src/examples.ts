// The code in docstrings and in Markdown, found and run.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

export interface Example {
  readonly title: string;
  readonly code: string;
}

/** The examples of all docstrings below a folder. */
export function docstringExamples(folder: string): Example[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => {
      const docstrings = readFileSync(join(folder, path), 'utf8').replace(/^ *\* ?/gm, '');
      return fencedCode(docstrings, 'js').map((code, index) => ({
        title: `${path}, example ${index + 1}`,
        code,
      }));
    });
}

/** What stands in the fenced blocks of a language, in their order. */
export function fencedCode(markdown: string, language: string): string[] {
  const blocks = markdown.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'));
  return [...blocks].map((match) => match[1] as string);
}

/**
 * Runs the code of an example and checks what its comments claim: after an expression,
 * `// → value`, on the same line or on the next.
 *
 * @param load imports a module as the caller finds it: `(name) => import(name)`
 * @returns how many claims there were
 * @throws Error for a claim that does not hold, or that was not reached
 */
export async function runExample(
  code: string,
  load: (name: string) => Promise<unknown>,
): Promise<number> {
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
  await new AsyncFunction('load', 'claim', body)(load, (got, value, expression) => {
    reached++;
    if (!isDeepStrictEqual(got, value)) {
      throw new Error(`${expression} is ${JSON.stringify(got)}, not ${JSON.stringify(value)}`);
    }
  });
  // In a catch block, say, for an error that did not come.
  if (reached < claims) throw new Error(`only ${reached} of ${claims} claims were reached`);
  return claims;
}
