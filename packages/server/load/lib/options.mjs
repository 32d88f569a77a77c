import { parseArgs } from 'node:util';

/**
 * Options that are counts.
 *
 * @param {{ [name: string]: number }} defaults
 * @throws TypeError for another option, or what is no integer from 1 to 999
 */
export function countOptions(defaults) {
  const options = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [
      name,
      { type: 'string', default: String(value) },
    ]),
  );
  const { values } = parseArgs({ options });
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => {
      if (/^[1-9]\d{0,2}$/.test(text)) return [name, Number(text)];
      throw new TypeError(
        `--${name} must be an integer from 1 to 999, got ${JSON.stringify(text)}`,
      );
    }),
  );
}
