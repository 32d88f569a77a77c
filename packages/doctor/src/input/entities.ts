const ENTITY = /&(?:#(\d{2,6}|x[0-9a-f]{2,5})|([a-z]{2,6}));/gi;
const NAMED: { readonly [name: string]: string } = {
  amp: '&',
  plus: '+',
  sol: '/',
  equals: '=',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
};

/** What a template escaped for HTML, as it was before. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, code?: string, name = '') =>
    code ? String.fromCodePoint(Number(`0${code}`)) : (NAMED[name.toLowerCase()] ?? entity),
  );
}
