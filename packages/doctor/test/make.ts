import { createCipheriv, randomBytes } from 'node:crypto';

export const SECRET = 'fa94dd0f974cf2e293728a526b028271';
export const APP_SIGN = 'c1f5a2e07b8d4f6391aa0be5d2c7f84e6d3b19a07c5e2f48b06d9173ac4e5f82';
export const CTIME = 1_700_000_000;
/** A good time for the tokens made here. */
export const NOW: number = CTIME + 10;
const TTL = 3600;

export const FIELDS = {
  app_id: 1234567890,
  user_id: 'demo',
  nonce: 618799375,
  ctime: CTIME,
  expire: CTIME + TTL,
  payload: '',
};

/** Letters and digits, as many official generators draw it. */
export const IV: Buffer = Buffer.from('2kx50pnjq1xbiqnj');

/** How a token is made, rightly unless something is given. */
export interface Making {
  fields?: object;
  plaintext?: string | Buffer | undefined;
  key?: string | Buffer;
  mode?: 'cbc' | 'gcm';
  iv?: Buffer;
  /** null: none. */
  modeByte?: number | null;
  outerExpire?: number | bigint;
  /** What follows the mode byte. */
  surplus?: Buffer;
}

/** A token as a careless generator would make it, by node:crypto and not by the core. */
export function makeToken(making: Making = {}): string {
  return `04${makeBody(making).toString('base64')}`;
}

export function makeBody(making: Making = {}): Buffer {
  const { key = SECRET, mode = 'cbc', surplus = Buffer.alloc(0) } = making;
  const fields = { ...FIELDS, ...making.fields };
  const plaintext = making.plaintext ?? JSON.stringify(fields);
  const iv = making.iv ?? randomBytes(mode === 'cbc' ? 16 : 12);
  const modeByte = making.modeByte === undefined ? (mode === 'gcm' ? 1 : null) : making.modeByte;
  return Buffer.concat([
    int64(making.outerExpire ?? fields.expire ?? FIELDS.expire),
    field(iv),
    field(encrypt(Buffer.from(key), mode, iv, plaintext)),
    Buffer.from(modeByte === null ? [] : [modeByte]),
    surplus,
  ]);
}

export function kitToken(token: string, part: object): string {
  return `${token}#${Buffer.from(JSON.stringify(part)).toString('base64')}`;
}

export const KIT = { userID: 'demo', roomID: 'r1', userName: 'Demo', appID: FIELDS.app_id };

export function payload(fields: object = {}): string {
  const privilege = { 1: 1, 2: 1 };
  return JSON.stringify({ room_id: 'r1', privilege, stream_id_list: null, ...fields });
}

/** A good token, with + and / in it, wherever its random parts come from. */
export const GOOD: string = makeToken({
  iv: Buffer.from('fbfffefbeffbfffefbeffbfffefbeffb', 'hex'),
});

export function withFields(fields: object): string {
  return makeToken({ fields });
}

export function withPayload(fields: object): string {
  return withFields({ payload: payload(fields) });
}

function encrypt(key: Buffer, mode: 'cbc' | 'gcm', iv: Buffer, text: string | Buffer): Buffer {
  const plaintext = Buffer.from(text as Buffer);
  const bits = 8 * key.length;
  if (mode === 'cbc') {
    const cipher = createCipheriv(`aes-${bits}-cbc`, key, iv);
    return Buffer.concat([cipher.update(plaintext), cipher.final()]);
  }
  const cipher = createCipheriv(`aes-${bits as 128 | 192 | 256}-gcm`, key, iv);
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([ciphertext, cipher.getAuthTag()]);
}

function int64(value: number | bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(value));
  return bytes;
}

function field(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
