// Mutants of any source text, made by what its tokens look like and without a look at the cases:
// one changed place each. Of a language it knows only how comments and strings are written.

const NUMBER = /0[xX][0-9a-fA-F_]+|\d[\d_]*(?:\.\d+)?/y;
const WORD = /[A-Za-z_$][\w$]*/y;
const OPERATOR =
  /=>|===|!==|\*\*|\?\?|\?\.|\.\.\.|<<|>>>|>>|<=|>=|==|!=|&&|\|\||->|:=|::|\+\+|--|[+\-*/%&|^]=|[^\s\w]/y;

const LANGUAGES = {
  '.mjs': {
    skip: [/\s+/y, /\/\/[^\n]*/y, /\/\*[\s\S]*?\*\//y],
    string: [/'(?:[^'\\\n]|\\.)*'/y, /"(?:[^"\\\n]|\\.)*"/y, /`(?:[^`\\]|\\.)*`/y],
    regex: /\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y,
    statement: /^\s+(?:[\w.]+)\(.*\);$/,
    nothing: ';',
  },
  '.py': {
    skip: [/\s+/y, /#[^\n]*/y, /"""[\s\S]*?"""/y],
    string: [/[rbf]?"(?:[^"\\\n]|\\.)*"/y, /[rbf]?'(?:[^'\\\n]|\\.)*'/y],
    statement: /^\s+(?:[\w.]+)\(.*\)$/,
    nothing: 'pass',
  },
  '.go': {
    skip: [/\s+/y, /\/\/[^\n]*/y, /\/\*[\s\S]*?\*\//y],
    string: [/"(?:[^"\\\n]|\\.)*"/y, /`[^`]*`/y, /'(?:[^'\\\n]|\\.)+'/y],
    statement: /^\s+(?:[\w.]+)\(.*\)$/,
    nothing: '',
  },
};

const SWAPS = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '==': '!=',
  '!=': '==',
  '&&': '||',
  '||': '&&',
  and: 'or',
  or: 'and',
  true: 'false',
  false: 'true',
  True: 'False',
  False: 'True',
  '%': '*',
  '<<': '>>',
  '>>': '<<',
};
/** Between two operands only. */
const BINARY_SWAPS = { '+': '-', '-': '+', '*': '+', '/': '*' };
const BEFORE_REGEX = /^(?:[([{,;=:?!&|+\-*%<>~^]|=>|&&|\|\||\?\?|return|typeof|case)$/;

/** The tokens of a text, `{ kind, text, start }`, without blanks and comments. */
export function tokensOf(source, extension) {
  const { skip, string, regex } = languageOf(extension);
  const tokens = [];
  let at = 0;
  const match = (pattern) => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  const matchAny = (patterns) => patterns.map(match).find((text) => text);
  while (at < source.length) {
    const blank = matchAny(skip);
    if (blank) {
      at += blank.length;
      continue;
    }
    const previous = tokens.at(-1)?.text ?? '(';
    const pattern = regex && BEFORE_REGEX.test(previous) ? match(regex) : undefined;
    const candidates = [
      ['regex', pattern],
      ['string', matchAny(string)],
      ['number', match(NUMBER)],
      ['word', match(WORD)],
      ['operator', match(OPERATOR)],
    ];
    const [kind, text] = candidates.find(([, found]) => found) ?? ['other', source[at]];
    tokens.push({ kind, text, start: at });
    at += text.length;
  }
  return tokens;
}

/** Every mutant of a text: `{ operator, line, text }`, in the order of the places. */
export function mutantsOf(source, extension) {
  const tokens = tokensOf(source, extension);
  const found = [];
  const add = (operator, start, length, replacement) => {
    const text = source.slice(0, start) + replacement + source.slice(start + length);
    found.push({ operator, start, line: source.slice(0, start).split('\n').length, text });
  };
  const strings = [...new Set(tokens.filter(isString).map(({ text }) => text))];

  for (const [index, token] of tokens.entries()) {
    const { kind, text, start } = token;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (kind === 'number' && Number.isSafeInteger(numberOf(text))) {
      add('constant + 1', start, text.length, String(numberOf(text) + 1));
      if (numberOf(text) > 0) add('constant - 1', start, text.length, String(numberOf(text) - 1));
    }
    if (Object.hasOwn(SWAPS, text) && kind !== 'string') {
      add(`${text} to ${SWAPS[text]}`, start, text.length, SWAPS[text]);
    }
    if (Object.hasOwn(BINARY_SWAPS, text) && endsOperand(before) && startsOperand(after)) {
      add(`${text} to ${BINARY_SWAPS[text]}`, start, text.length, BINARY_SWAPS[text]);
    }
    if ((text === '!' || text === 'not') && kind !== 'string' && startsOperand(after)) {
      add('negation dropped', start, text.length, '');
    }
    if (isString(token) && !isKey(before, after)) {
      const other = strings[(strings.indexOf(text) + 1) % strings.length];
      if (other !== text) add('another string', start, text.length, other);
    }
    const [, comma, second] = tokens.slice(index, index + 3);
    if (isArgument(token, before) && comma?.text === ',' && isArgument(second, comma)) {
      const end = second.start + second.text.length;
      const between = source.slice(start + text.length, second.start);
      if (text !== second.text) {
        add('arguments swapped', start, end - start, second.text + between + text);
      }
    }
  }
  for (const { line, start } of linesOf(source)) {
    const { statement, nothing } = languageOf(extension);
    if (!statement.test(line)) continue;
    const indent = line.length - line.trimStart().length;
    add('statement dropped', start + indent, line.length - indent, nothing);
  }
  return found.sort((a, b) => a.start - b.start || a.operator.localeCompare(b.operator));
}

function languageOf(extension) {
  const language = LANGUAGES[extension];
  if (language === undefined) throw new RangeError(`no language for ${extension}`);
  return language;
}

function linesOf(source) {
  let start = 0;
  return source.split('\n').map((line) => {
    const here = { line, start };
    start += line.length + 1;
    return here;
  });
}

const isString = ({ kind, text }) => kind === 'string' && text.length > 2;
const numberOf = (text) => Number(text.replaceAll('_', ''));
const endsOperand = (token) =>
  token !== undefined &&
  (['number', 'word', 'string'].includes(token.kind) || /^[)\]]$/.test(token.text));
const startsOperand = (token) =>
  token !== undefined && (['number', 'word', 'string'].includes(token.kind) || token.text === '(');
/** Whether it is a key of an object: another key would leave its value without a meaning. */
const isKey = (before, after) => after?.text === ':' && /^[{,]$/.test(before?.text ?? '');
const isArgument = (token, before) => token?.kind === 'word' && /^[(,]$/.test(before?.text ?? '');
