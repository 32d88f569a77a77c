import type { Case, Cases } from './case.ts';
import { KIT, kitToken, makeToken } from './make.ts';

const GOOD = makeToken({ iv: Buffer.from('fbfffefbeffbfffefbeffbfffefbeffb', 'hex') });
const text = (input: string): Case => ({ title: input.slice(0, 30), input });
const jwt = (claims: object): string => {
  const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
};

/** What is no token04 at all, or one that was damaged until it is none. */
export const insteadCases = {
  'not-set': [
    { title: 'undefined', input: 'undefined', values: { text: 'undefined' } },
    text('null'),
    text('None'),
    text('NaN'),
    { title: 'in quotes', input: '"undefined"', also: ['quotes'] },
  ],
  'object-as-text': [text('[object Object]'), text('[object Response]')],
  'promise-as-text': [
    text('[object Promise]'),
    text('Promise { <pending> }'),
    text('<coroutine object get_token at 0x7f2a4c0b1d40>'),
    text('System.Threading.Tasks.Task`1[System.String]'),
  ],
  'bytes-as-text': [
    { title: 'a list', input: Array.from(Buffer.from(GOOD)).join(',') },
    { title: 'as Go prints it', input: `[${Array.from(Buffer.from(GOOD)).join(' ')}]` },
    { title: 'a Buffer in JSON', input: JSON.stringify(Buffer.from(GOOD)) },
    text('<Buffer 30 34 41 41 41 41 41 ... 200 more bytes>'),
    text('[B@1b6d3586'),
  ],
  placeholder: [
    text('YOUR_TOKEN'),
    text('<token>'),
    text('$TOKEN'),
    text('{{ token }}'),
    text('your token here'),
  ],
  'error-as-text': [
    text('Error: Request failed with status code 500'),
    text('TypeError: Cannot read properties of undefined'),
    text('AxiosError: Network Error'),
  ],
  'html-page': [
    text('<!DOCTYPE html><html><body>404 Not Found</body></html>'),
    text('<html>\n<head><title>502 Bad Gateway</title></head></html>'),
  ],
  'json-error': [
    text('{"error":"unauthorized"}'),
    text('{"errorCode":5,"errorMessage":"secret must be a 32 byte string"}'),
    text('{"code":401,"message":"login first","data":null}'),
  ],
  'client-code': [
    { title: '1102016', input: '1102016', values: { code: 1102016 } },
    { title: 'in a line of a log', input: 'loginRoom errorCode=1102016 extendedData={}' },
    { title: 'a negative one', input: '-200002', values: { code: -200002 } },
    { title: 'with a minus that is none', input: '−200002', values: { code: -200002 } },
  ],
  'jwt-claims': [
    { title: 'of an app', input: jwt({ app_id: 1234567890, user_id: 'demo', room_id: 'r1' }) },
    { title: 'as camels', input: jwt({ appId: 1234567890, userId: 'demo' }) },
  ],
  'jwt-in-kit-token': [{ title: 'of a login', input: kitToken(jwt({ sub: 'demo' }), KIT) }],
  'foreign-token': [
    {
      title: 'Agora 006',
      input: `006970ca35de60c44645bbae8a215061b33IAC${'k1dFJ0'.repeat(12)}`,
      values: { of: 'Agora' },
    },
    { title: 'Agora 007', input: `007eJxTYGB${'k1dFJ0'.repeat(12)}`, values: { of: 'Agora' } },
    {
      title: 'a UserSig',
      input: `eJwtzMEK${'gk1dFJ0-'.repeat(12)}_`,
      values: { of: 'Tencent' },
    },
  ],
  shortened: [
    { title: 'with dots', input: `${GOOD.slice(0, 20)}...${GOOD.slice(-6)}` },
    { title: 'with an ellipsis', input: `${GOOD.slice(0, 40)}…` },
    { title: 'with asterisks', input: `${GOOD.slice(0, 12)}****${GOOD.slice(-4)}` },
  ],
  'case-lost': [
    { title: 'in lower case', input: GOOD.toLowerCase(), values: { case: 'lower' } },
    { title: 'in upper case', input: GOOD.toUpperCase(), values: { case: 'upper' } },
  ],
  'utf8-mangled': [
    {
      title: 'lost',
      input: `04${Buffer.from(Buffer.from(GOOD.slice(2), 'base64').toString('utf8')).toString('base64')}`,
      values: { how: 'lost' },
    },
    {
      title: 'as Latin-1',
      input: `04${Buffer.from(Buffer.from(GOOD.slice(2), 'base64').toString('latin1')).toString('base64')}`,
      values: { how: 'latin1' },
    },
  ],
  'version-twice': [{ title: '0404', input: `04${GOOD}` }],
  'base64-twice': [
    { title: 'of the body', input: `04${Buffer.from(GOOD.slice(2)).toString('base64')}` },
    { title: 'of the token', input: Buffer.from(GOOD).toString('base64') },
    {
      title: 'of the token, with 04 before it',
      input: `04${Buffer.from(GOOD).toString('base64')}`,
    },
  ],
  'hex-text': [
    { title: 'of the body', input: `04${Buffer.from(GOOD.slice(2), 'base64').toString('hex')}` },
    { title: 'of the token', input: Buffer.from(GOOD).toString('hex') },
    {
      title: 'in base64',
      input: `04${Buffer.from(Buffer.from(GOOD.slice(2), 'base64').toString('hex')).toString('base64')}`,
    },
  ],
  'html-entities': [
    { title: 'a template', input: GOOD.replaceAll('+', '&#43;').replaceAll('/', '&#x2F;') },
    { title: 'with =', input: GOOD.replaceAll('=', '&#x3D;').replaceAll('+', '&plus;') },
  ],
  'invisible-characters': [
    {
      title: 'a zero-width blank',
      input: `${GOOD.slice(0, 50)}\u200b${GOOD.slice(50)}`,
      values: { count: 1 },
    },
    { title: 'a blank of braille and a word joiner', input: `\u2800${GOOD}\u2060` },
  ],
} satisfies Cases;
