// Faults in reading the plaintext: its UTF-8, and JSON that parsers read in different ways.
import { correct, refuseIf } from '../../reference/steps.mjs';

const lenient = (change) => (text) => JSON.parse(change(text));
/** Changes only a text that is not JSON, so that good ones stay as they are. */
const lenientAtLast = (change) => (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(change(text));
  }
};
const NUMBER_WITH_EXPONENT = /(?<=:)-?\d+(?:\.\d+)?e[-+]?\d+(?=[,}])/gi;
const NONCHARACTERS = /[\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{10fffe}\u{10ffff}]/gu;
const depth = (text) => {
  let deepest = 0;
  let now = 0;
  for (const unit of text) {
    if ('{['.includes(unit)) deepest = Math.max(deepest, ++now);
    if ('}]'.includes(unit)) now--;
  }
  return deepest;
};

export const faults = {
  'ill-formed-utf-8-read': { fromBytes: (bytes) => bytes.toString('utf8') },
  'byte-order-mark-skipped': {
    fromBytes: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  },
  'noncharacters-replaced': {
    fromBytes: (bytes) => correct.fromBytes(bytes).replace(NONCHARACTERS, '\ufffd'),
  },
  'text-after-the-json-read': {
    parse: (text) => JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)),
  },
  'comments-read': { parse: lenient((text) => text.replace(/\/\*.*?\*\/|\/\/.*$/gm, '')) },
  'nan-read': { parse: lenient((text) => text.replace(/:(NaN|-?Infinity)\b/g, ':1')) },
  'trailing-commas-read': { parse: lenient((text) => text.replace(/,\s*([}\]])/g, '$1')) },
  'control-characters-read': {
    parse: lenient((text) => text.replace(/\p{Cc}(?=[^"]*"[,}:])/gu, ' ')),
  },
  'last-control-character-read': {
    parse: lenientAtLast((text) => text.replaceAll('\x1f', ' ')),
  },
  'lists-counted-and-not-their-depth': {
    parse: (text) => {
      refuseIf(text.split('[').length > 256, 'Decryption');
      return JSON.parse(text);
    },
  },
  'objects-counted-and-not-their-depth': {
    parse: (text) => {
      refuseIf(text.split('{').length > 256, 'Decryption');
      return JSON.parse(text);
    },
  },
  'numbers-cut-at-63-characters': {
    parse: (text) => JSON.parse(text.replace(/(?<=":)(?=\d+e)([-+\de]{63})[-+\d]+/g, '$1')),
  },
  'single-quotes-read': {
    parse: lenient((text) => (text.startsWith("{'") ? text.replaceAll("'", '"') : text)),
  },
  'digits-of-any-script-read': {
    parse: lenientAtLast((text) => text.replace(/(?<=[:[,\d.])[\u0660-\u0669\u0966-\u096f]/g, '2')),
  },
  'any-blank-read': { parse: lenientAtLast((text) => text.replace(/\s/g, ' ')) },
  'form-feeds-read': { parse: lenientAtLast((text) => text.replaceAll('\f', ' ')) },
  'next-lines-read': { parse: lenientAtLast((text) => text.replaceAll('\u0085', ' ')) },
  'literals-in-any-case-read': {
    parse: lenientAtLast((text) =>
      text.replace(/(?<=[:[,])(?:true|false|null)/gi, (word) => word.toLowerCase()),
    ),
  },
  'literals-with-a-capital-read': {
    parse: lenientAtLast((text) =>
      text.replace(/(?<=[:[,])(?:True|False|Null)/g, (word) => word.toLowerCase()),
    ),
  },
  'null-with-more-behind-read': {
    parse: lenientAtLast((text) => text.replace(/(?<=[:[,])null[a-z]+/g, 'null')),
  },
  'numbers-with-a-suffix-read': {
    parse: lenientAtLast((text) => text.replace(/(?<=[:[,])(\d+)[dfL]/g, '$1')),
  },
  'plus-signs-read': { parse: lenientAtLast((text) => text.replace(/(?<=[:[,])\+/g, '')) },
  'exponents-cut': {
    parse: (text) =>
      JSON.parse(
        text.replace(NUMBER_WITH_EXPONENT, (number) =>
          Number.isFinite(Number(number)) ? Math.trunc(Number(number)) : number,
        ),
      ),
  },
  'exponents-rounded': {
    parse: (text) =>
      JSON.parse(
        text.replace(NUMBER_WITH_EXPONENT, (number) =>
          Number.isFinite(Number(number)) ? Math.round(Number(number)) : number,
        ),
      ),
  },
  'numbers-beyond-all-types-are-the-largest': {
    parse: (text) => JSON.parse(text.replace(/1e400/g, '9007199254740991')),
  },
  'falsy-plaintext-is-no-json': {
    parse: (text) => {
      const json = JSON.parse(text);
      if (!json || json === '0') throw new SyntaxError('nothing');
      return json;
    },
  },
  'depth-of-8-read': {
    parse: (text) => {
      if (depth(text) > 8) throw new RangeError('too deep');
      return JSON.parse(text);
    },
  },
  'deep-json-crashes': {
    parse: (text) => {
      if (depth(text) > 1000) process.exit(1);
      return JSON.parse(text);
    },
  },
};
