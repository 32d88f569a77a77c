import { APP_SIGN, GOOD, IV, KIT, kitToken, makeBody, SECRET } from '../make.ts';
import type { Case, Cases } from './case.ts';

const text = (input: string): Case => ({ title: input.slice(0, 30), input });
const jwt = (claims: object): string => {
  const part = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url');
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
};

/** What is no token04 at all, or one that was damaged until it is none. */
export const insteadCases = {
  empty: [{ title: 'blanks alone', input: ' \r\n' }],
  'too-long': [
    { title: 'a megabyte', input: 'A'.repeat(1_000_000), values: { length: 1_000_000 } },
    { title: 'more than a body holds', input: `04${'A'.repeat(100_000)}` },
  ],
  token03: [{ title: 'starts with 03', input: `03${GOOD.slice(2)}` }],
  jwt: [
    { title: 'a JWT', input: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZW1vIn0.c2lnbmF0dXJl' },
    {
      title: 'a JWT behind Bearer',
      input: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZW1vIn0.c2ln',
      also: ['bearer'],
    },
  ],
  whip: [
    {
      title: 'the address of ZEGO’s WHIP page',
      input:
        'https://i-whip1.whip.zegotech.cn/whip/v1/1/cam?userId=demo&zgVer=v1&zgExpired=1700003600&zgNonce=1',
    },
    {
      title: 'an RTMP address',
      input: `rtmp://push.example/1/cam?zgToken=${'0'.repeat(64)}&zgExpired=1700003600`,
    },
    { title: 'the parameters alone', input: 'zgVer=v1&zgExpired=1700003600&zgNonce=1' },
  ],
  'credential-as-token': [
    { title: 'an AppSign', input: APP_SIGN, values: { digits: 64 } },
    { title: 'a secret', input: SECRET, values: { digits: 32 } },
  ],
  'not-a-token': [
    { title: 'prose', input: 'login failed, twice' },
    { title: 'base64 of something else', input: 'aGVsbG8sIHdvcmxk' },
    { title: 'a body with more behind it', input: makeBody({ surplus: IV }).toString('base64') },
    {
      title: 'a body without a ciphertext',
      input: Buffer.concat([makeBody({ mode: 'gcm' }).subarray(0, 22), Buffer.alloc(2)]).toString(
        'base64',
      ),
    },
    { title: 'a URL without a token', input: 'https://example.com/?token=undefined' },
  ],
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
    {
      title: 'the signed bytes of a body, as Java prints them',
      input: `04[${[...makeBody()].map((byte) => (byte << 24) >> 24).join(', ')}]`,
    },
    { title: 'indented JSON', input: JSON.stringify([...makeBody()], null, 2) },
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
} satisfies Cases;
