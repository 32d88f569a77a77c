import { isRecord } from '@token04/core/check';
import { parseBase64 } from '../base64.ts';
import { isClientCode } from '../codes/catalogue.ts';
import type { FindingId } from '../finding-ids.ts';
import type { Finding } from '../findings.ts';
import { parse } from '../json.ts';

/** What an input is that holds no token04. */
export interface Instead {
  /** `'text'` unless given. */
  readonly kind?: InputKind;
  readonly id: FindingId;
  readonly values?: Finding['values'];
}

/** What the input is. */
export type InputKind =
  | 'token04'
  | 'kit-token'
  | 'token03'
  | 'jwt'
  | 'whip'
  | 'credential'
  | 'text'
  | 'client-code'
  | 'foreign-token'
  | 'empty'
  | 'unknown';

// Each takes linear time, also on text that is made to be slow.
/** https://www.zegocloud.com/docs/live-streaming-web/live-streaming/obs-push-with-whip */
const WHIP = /\/whip\/v\d|(?:^|[?&\s"'])zg(?:Token|Expired|Nonce|Ver)=/i;
export const JWT: RegExp = /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/;
const CREDENTIAL = /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/i;
const HTML = /^\s*<(?:!doctype\s+html|html|head|body|\?xml)\b/i;
const ERROR =
  /^(?:uncaught\s+)?(?:\w{0,30}Error|Exception|Traceback)\b|\bat \S{1,80}:\d+:\d+\)?$|status code [45]\d\d/m;
/** The text of a variable without a value. */
const NOT_SET = /^(?:null|none|nil|nan|\(null\)|\[?undefined\]?|false|""|'')$/i;
/** What an object becomes as text, also a promise. */
const OBJECT = /^\[object \w{1,30}\]$/;
const PROMISE =
  /^(?:\[object Promise\]$|Promise\s?\{|<coroutine object|Future<|Task`|System\.Threading\.Tasks)/;
const BYTES =
  /^(?:04)?\[?\s*-?\d{1,3}(?:[,\s]+-?\d{1,3}){20,}\s*\]?$|^<Buffer |^\{"type":"Buffer"|^\[B@[0-9a-f]+$|^System\.Byte\[\]$/;
const PLACEHOLDER =
  /^(?:<[^<>]{1,40}>|\$\{?[\w.]{1,40}\}?|\{\{?[\w. ]{1,40}\}?\}|%[A-Z_]{2,40}%|process\.env\.\w+|(?:your|my|the|enter|paste|insert)[\w\s-]{0,33}token[\w\s-]{0,20}|token|kit_?token|x{3,})$/i;
const LONG_CODE = /(?<![\w.])-?\d{6,10}(?![\w.])/g;
const LONGEST_LINE = 2000;
const CODE = /^[-−–]?\d{4,10}$/;
/** 006 and 007 are Agora's; a UserSig of Tencent is zlib in base64 of its own. */
const AGORA = /^00[67](?:[0-9a-f]{32}|eJ)/;
const USER_SIG = /^eJ[\w*-]{60,}_*$/;
const CLAIM_NAME = /^(?:app|user|room)_?id$/i;
const ERROR_NAME = /^(?:err\w*|message|msg|detail|code|status(?:code)?)$/i;

/** Text that is something else as a whole, before anything is taken off it. */
export function insteadOfText(text: string): Instead | undefined {
  if (WHIP.test(text)) return { kind: 'whip', id: 'whip' };
  if (HTML.test(text)) return { id: 'html-page' };
  if (NOT_SET.test(text)) return { id: 'not-set', values: { text } };
  if (PROMISE.test(text)) return { id: 'promise-as-text' };
  if (OBJECT.test(text)) return { id: 'object-as-text' };
  if (BYTES.test(text)) return { id: 'bytes-as-text' };
  if (CODE.test(text)) return insteadOfNumber(Number(text.replace(/[−–]/, '-')));
  return undefined;
}

/** What is no token04, once all was taken off that stood around it. */
export function insteadOfToken(text: string): Instead | undefined {
  if (JWT.test(text)) return { kind: 'jwt', id: isJwtOfClaims(text) ? 'jwt-claims' : 'jwt' };
  if (CREDENTIAL.test(text)) {
    return { kind: 'credential', id: 'credential-as-token', values: { digits: text.length } };
  }
  if (PLACEHOLDER.test(text)) return { id: 'placeholder' };
  const vendor = AGORA.test(text) ? 'Agora' : USER_SIG.test(text) ? 'Tencent' : undefined;
  if (vendor) return { kind: 'foreign-token', id: 'foreign-token', values: { of: vendor } };
  if (text.startsWith('03')) return { kind: 'token03', id: 'token03' };
  if (text.startsWith('04')) return undefined;
  const code = codeIn(text);
  if (code !== undefined) return { kind: 'client-code', id: 'client-code', values: { code } };
  if (ERROR.test(text)) return { id: 'error-as-text' };
  const json = parse(text);
  if (isRecord(json)) {
    const isError = Object.keys(json).some((name) => ERROR_NAME.test(name));
    return isError ? { id: 'json-error' } : { id: 'not-a-token', values: { is: 'json' } };
  }
  return undefined;
}

/** Whether an ID is the text of a variable without a value or of an object: a string as any other. */
export function isNotSet(id: string): boolean {
  return NOT_SET.test(id) || OBJECT.test(id);
}

/** A code in a line of a log. Shorter ones are too likely to be another number. */
function codeIn(text: string): number | undefined {
  if (text.length > LONGEST_LINE) return undefined;
  return (text.match(LONG_CODE) ?? []).map(Number).find(isClientCode);
}

function insteadOfNumber(code: number): Instead | undefined {
  if (isClientCode(code)) return { kind: 'client-code', id: 'client-code', values: { code } };
  return { kind: 'unknown', id: 'not-a-token', values: { is: 'number' } };
}

/** Whether a JWT holds what a token04 does: then an endpoint makes JWTs in its place. */
function isJwtOfClaims(jwt: string): boolean {
  const claims = parseBase64(jwt.split('.')[1] ?? '');
  return isRecord(claims) && Object.keys(claims).some((name) => CLAIM_NAME.test(name));
}
