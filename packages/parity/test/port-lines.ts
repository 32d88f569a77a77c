/** How a language writes comments: a line of its own, and several lines. */
interface Comments {
  line: RegExp;
  block: RegExp;
}

const cLike: Comments = { line: /^\/\//, block: /^[\t ]*\/\*[\s\S]*?\*\/[\t ]*$/gm };

const COMMENTS: { readonly [extension: string]: Comments } = {
  go: cLike,
  java: cLike,
  php: { ...cLike, line: /^(\/\/|#(?!\[))/ },
  py: { line: /^#/, block: /^[\t ]*"""[\s\S]*?"""[\t ]*$/gm },
  rb: { line: /^#/, block: /^=begin[\s\S]*?^=end$/gm },
  rs: cLike,
};

/** How many lines of a program are neither blank nor a comment alone. */
export function countLines(source: string, extension: string): number {
  const comments = COMMENTS[extension];
  if (comments === undefined) throw new RangeError(`no comments are known of .${extension}`);
  const lines = source
    .replace(comments.block, '')
    .split('\n')
    .map((line) => line.trim());
  return lines.filter((line) => line !== '' && !comments.line.test(line)).length;
}
