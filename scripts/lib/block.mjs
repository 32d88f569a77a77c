/**
 * A page with another text between two marks that stand in it.
 *
 * @param {[start: string, end: string]} marks
 * @throws Error where the page has no such place
 */
export function withBlock(page, [start, end], text) {
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from === -1 || to < from) throw new Error(`a page has no place between ${start} and ${end}`);
  return `${page.slice(0, from)}${start}\n\n${text}\n\n${page.slice(to)}`;
}
