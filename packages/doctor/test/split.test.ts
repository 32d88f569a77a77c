import { describe, expect, it } from 'vitest';
import { diagnose, diagnoseAll, splitTokens } from '../src/index.ts';
import { GOOD, KIT, kitToken, makeToken, NOW, SECRET } from './make.ts';

const OPTIONS = { serverSecret: SECRET, now: NOW };
const ONE = GOOD;
const TWO = makeToken({ mode: 'gcm', fields: { user_id: 'two' } });
const wrapped = (token: string): string => token.replace(/.{64}/g, '$&\n');

async function verdicts(input: string): Promise<string[]> {
  return (await diagnoseAll(input, OPTIONS)).map(
    ({ verdict, decoded, findings }) => `${verdict} ${decoded?.claims.userId ?? findings[0]?.id}`,
  );
}

describe('each of several is judged', () => {
  it.each<[string, string, string[]]>([
    ['lines', `${ONE}\n${TWO}\n`, ['good demo', 'good two']],
    ['lines with blank ones and CRLF', `${ONE}\r\n\r\n${TWO}\r\n`, ['good demo', 'good two']],
    [
      'lines of which some hold no token',
      `${ONE}\nundefined\n03AAAA\n1102016\n${TWO}`,
      ['good demo', 'bad not-set', 'bad token03', 'bad client-code', 'good two'],
    ],
    ['a JSON array', JSON.stringify([ONE, TWO]), ['good demo', 'good two']],
    [
      'a JSON array with what is none',
      JSON.stringify([ONE, null, 'undefined', 5]),
      ['good demo', 'bad not-set', 'bad not-set', 'bad not-a-token'],
    ],
    [
      'a JSON array of objects',
      JSON.stringify([{ token: ONE }, { data: { token: TWO } }]),
      ['good demo', 'good two'],
    ],
    [
      'a JSON object',
      JSON.stringify({ old: ONE, fresh: { token: TWO } }),
      ['good demo', 'good two'],
    ],
    [
      'a log',
      `12:00:01 issued ${ONE} for demo\n12:00:02 renewed <${TWO}> for two\n`,
      ['good demo', 'good two'],
    ],
    ['one line', `old=${ONE}, new=${TWO}`, ['good demo', 'good two']],
    ['a nested array', JSON.stringify([[ONE], [TWO]]), ['good demo', 'good two']],
    ['kit tokens', `${kitToken(ONE, KIT)}\n${ONE}`, ['good demo', 'good demo']],
    [
      'wrapped ones, parted by a blank line',
      `${wrapped(ONE)}\n\n${wrapped(TWO)}`,
      ['bad demo', 'bad two'],
    ],
  ])('%s', async (_title, input, expected) => {
    expect(await verdicts(input)).toEqual(expected);
  });
});

describe('one thing is one diagnosis', () => {
  it.each([
    ['a token', ONE],
    ['a wrapped token', wrapped(ONE)],
    ['nothing', ''],
    ['a page', '<!doctype html>\n<html>\n<body>no</body>\n</html>'],
    ['an answer', JSON.stringify({ code: 0, token: ONE }, null, 2)],
    ['bytes', JSON.stringify([...Buffer.from(ONE)])],
    ['two that were joined', ONE + TWO],
  ])('%s', async (_title, input) => {
    expect(await diagnoseAll(input, OPTIONS)).toEqual([await diagnose(input, OPTIONS)]);
  });
});

it('diagnose looks at the first, and says that there are more', async () => {
  const { decoded, findings } = await diagnose(`${TWO}\n${ONE}`, OPTIONS);
  expect(decoded?.claims.userId).toBe('two');
  expect(findings.find(({ id }) => id === 'several-tokens')?.values).toEqual({ count: 2 });
});

it('what was split is split no further', () => {
  for (const input of [`${ONE}\n${TWO}`, JSON.stringify([ONE, 'undefined']), ONE, '', '{}']) {
    expect(splitTokens(input).flatMap(splitTokens)).toEqual(splitTokens(input));
  }
});
