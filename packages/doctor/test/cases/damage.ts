import type { FindingId } from '../../src/index.ts';
import { GOOD, makeToken } from '../make.ts';
import type { Cases } from './case.ts';

const body = Buffer.from(GOOD.slice(2), 'base64');

/** The last digit before the padding, with a bit that no byte has. */
function withStrayBits(token: string): string {
  const at = token.search(/.=+$/);
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  return token.slice(0, at) + digits[digits.indexOf(token[at] as string) + 1] + token.slice(at + 1);
}

/** What happened to a token on the way. */
export const damageCases = {
  truncated: [
    { title: 'by half', input: GOOD.slice(0, GOOD.length / 2) },
    { title: 'by 24 characters', input: GOOD.slice(0, -24), values: { missing: 17 } },
    { title: 'down to the version', input: '04', values: { missing: 12 } },
  ],
  shortened: [
    { title: 'with dots', input: `${GOOD.slice(0, 20)}...${GOOD.slice(-6)}` },
    { title: 'with an ellipsis', input: `${GOOD.slice(0, 40)}…` },
    { title: 'with asterisks', input: `${GOOD.slice(0, 12)}****${GOOD.slice(-4)}` },
  ],
  'version-missing': [
    { title: 'a body alone', input: GOOD.slice(2) },
    ...['O4', 'o4', '4', '0', '０４'].map((has) => ({
      title: `${has} in its place`,
      input: has + GOOD.slice(2),
      values: { has },
    })),
    {
      title: 'the letter O in a line of a log',
      input: `token: O${GOOD.slice(1)} was refused`,
      values: { has: 'O4' },
      also: ['text-around'] as FindingId[],
    },
    {
      title: '4 in its place, and cut',
      input: GOOD.slice(1, -24),
      values: { has: '4' },
      also: ['truncated'] as FindingId[],
    },
    {
      title: 'within the base64',
      input: Buffer.concat([Buffer.from('04'), body]).toString('base64'),
      also: ['frame-prefix'],
    },
  ],
  'version-twice': [{ title: '0404', input: `04${GOOD}` }],
  'plus-as-blank': [
    { title: 'blanks for +', input: GOOD.replaceAll('+', ' ') },
    {
      title: 'a + in a URL that nobody encoded',
      input: `https://example.com/join?room=r1&token=${GOOD}`,
    },
  ],
  'percent-encoded': [
    { title: 'encoded once', input: encodeURIComponent(GOOD) },
    { title: 'encoded twice', input: encodeURIComponent(encodeURIComponent(GOOD)) },
  ],
  'url-alphabet': [
    { title: '- and _', input: GOOD.replaceAll('+', '-').replaceAll('/', '_') },
    {
      title: '- and _, without padding',
      input: GOOD.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
      also: ['padding-missing'],
    },
  ],
  'line-breaks': [
    { title: 'every 64 characters', input: GOOD.replace(/.{64}/g, '$&\r\n') },
    { title: 'with an indentation', input: `${GOOD.slice(0, 76)}\n    ${GOOD.slice(76)}` },
    { title: 'as mail flows', input: `${GOOD.slice(0, 76)} \n ${GOOD.slice(76)}` },
    { title: 'as escapes', input: `${GOOD.slice(0, 76)}\\n${GOOD.slice(76)}` },
  ],
  'json-escapes': [
    { title: '\\/ of PHP', input: GOOD.replaceAll('/', '\\/') },
    { title: '\\u002B of .NET', input: GOOD.replaceAll('+', '\\u002B') },
  ],
  'html-entities': [
    { title: 'a template', input: GOOD.replaceAll('+', '&#43;').replaceAll('/', '&#x2F;') },
    { title: 'with =', input: GOOD.replaceAll('=', '&#x3D;').replaceAll('+', '&plus;') },
  ],
  'padding-missing': [
    { title: 'no =', input: GOOD.replace(/=+$/, '') },
    { title: 'too many =', input: `${GOOD}=` },
  ],
  'foreign-characters': [
    {
      title: 'two asterisks',
      input: `${GOOD.slice(0, 50)}**${GOOD.slice(52)}`,
      values: { count: 2 },
    },
    { title: 'a letter with an accent', input: `${GOOD.slice(0, 50)}é${GOOD.slice(50)}` },
  ],
  'invisible-characters': [
    {
      title: 'a zero-width blank',
      input: `${GOOD.slice(0, 50)}\u200b${GOOD.slice(50)}`,
      values: { count: 1 },
    },
    {
      title: 'a byte order mark',
      input: `\ufeff${GOOD}`,
      severity: 'warning' as const,
      values: { count: 1, is: 'mark' },
    },
    {
      title: 'a byte order mark that was read as Latin-1',
      input: Buffer.from(`\ufeff${GOOD}`).toString('latin1'),
      severity: 'warning' as const,
      values: { count: 1, is: 'mark' },
    },
    { title: 'a blank of braille and a word joiner', input: `\u2800${GOOD}\u2060` },
  ],
  'base64-not-canonical': [{ title: 'bits that no byte has', input: withStrayBits(GOOD) }],
  'base64-twice': [
    { title: 'of the body', input: `04${Buffer.from(GOOD.slice(2)).toString('base64')}` },
    { title: 'of the token', input: Buffer.from(GOOD).toString('base64') },
    {
      title: 'of the token, with 04 before it',
      input: `04${Buffer.from(GOOD).toString('base64')}`,
    },
  ],
  'hex-text': [
    { title: 'of the body', input: `04${body.toString('hex')}` },
    { title: 'of the token', input: Buffer.from(GOOD).toString('hex') },
    {
      title: 'in base64',
      input: `04${Buffer.from(body.toString('hex')).toString('base64')}`,
    },
  ],
  'utf8-mangled': [
    {
      title: 'lost',
      input: `04${Buffer.from(body.toString('utf8')).toString('base64')}`,
      values: {},
    },
    {
      title: 'as Latin-1',
      input: `04${Buffer.from(body.toString('latin1')).toString('base64')}`,
      values: {},
    },
  ],
  'case-lost': [
    { title: 'in lower case', input: GOOD.toLowerCase(), values: { case: 'lower' } },
    { title: 'in upper case', input: GOOD.toUpperCase(), values: { case: 'upper' } },
  ],
  'trailing-data': [
    {
      title: 'three bytes too many',
      input: makeToken({ mode: 'gcm', surplus: Buffer.from('abc') }),
      values: { bytes: 3 },
    },
  ],
} satisfies Cases;
