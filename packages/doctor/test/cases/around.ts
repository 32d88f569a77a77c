import { GOOD, KIT, kitToken, makeToken, SECRET } from '../make.ts';
import type { Cases } from './case.ts';

/** What stands around a token. */
export const aroundCases = {
  quotes: [
    { title: 'a JSON string', input: JSON.stringify(GOOD), severity: 'warning' },
    { title: 'a line of JSON', input: `'${GOOD}',`, severity: 'warning' },
    {
      title: 'bytes of Python',
      input: `b'${GOOD}'`,
      values: { first: 'b' },
      severity: 'warning',
    },
    {
      title: 'bytes of Python behind the version',
      input: `04b'${GOOD.slice(2)}'`,
      values: { first: 'b' },
      severity: 'warning',
    },
  ],
  bearer: [{ title: 'a header', input: `Authorization: Bearer ${GOOD}`, severity: 'warning' }],
  'text-around': [
    {
      title: 'an answer, with the escapes of PHP',
      input: `{"code":0,"token":"${GOOD.replaceAll('/', '\\/')}"}`,
      severity: 'warning',
    },
    { title: 'a log line', input: `login with <${GOOD}> failed`, severity: 'warning' },
    { title: 'a line of a mail that was answered', input: `> ${GOOD}`, severity: 'warning' },
    {
      title: 'lines of a mail that was answered',
      input: `> ${GOOD.slice(0, 72)}\n> ${GOOD.slice(72)}`,
      severity: 'warning',
      also: ['line-breaks'],
    },
    {
      title: 'headers',
      input: `authorization: Bearer ${GOOD}\ncontent-type: application/json`,
      severity: 'warning',
      also: ['bearer'],
    },
    {
      title: 'an answer with a kit token',
      input: JSON.stringify({ data: { kit: kitToken(GOOD, KIT) } }),
      severity: 'warning',
    },
  ],
  'in-url': [
    {
      title: 'an encoded parameter',
      input: `https://example.com/join?room=r1&token=${encodeURIComponent(GOOD)}`,
      severity: 'info',
      values: { parameter: 'token' },
    },
    {
      title: 'a parameter whose name may be anything',
      input: `https://example.com/?${SECRET}=${encodeURIComponent(GOOD)}`,
      severity: 'info',
      values: { parameter: '?' },
    },
  ],
  'blanks-around': [{ title: 'a line', input: `  ${GOOD}\n`, severity: 'info' }],
  'several-tokens': [
    {
      title: 'two lines',
      input: `${GOOD}\n${makeToken()}`,
      severity: 'warning',
      values: { count: 2 },
    },
  ],
} satisfies Cases;
