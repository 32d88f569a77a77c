import {
  bodyOf,
  encrypt,
  frame,
  hexByte,
  IVS,
  json,
  jsonOfLength,
  partsOf,
  seal,
  tokenOf,
} from '../token.mjs';
import { malformed, undecryptable } from '../vector.mjs';

export const area = 'mode';
export const description = 'The mode byte: absent or 0 is CBC, 1 is GCM, and there is no other.';

const cbc = partsOf('cbc');
const gcm = partsOf('gcm');
const GCM = { mode: 'gcm' };

export const vectors = [
  ...Array.from({ length: 254 }, (_, index) => index + 2).map((modeByte) =>
    malformed(
      `cbc-byte-${hexByte(modeByte)}`,
      `A CBC token with the mode byte ${modeByte}.`,
      'mode-byte',
      frame('cbc', { ...cbc, modeByte }),
    ),
  ),
  ...[2, 3, 4, 8, 16, 32, 49, 64, 127, 128, 129, 255].map((modeByte) =>
    malformed(
      `gcm-byte-${hexByte(modeByte)}`,
      `A GCM token with the mode byte ${modeByte}.`,
      'mode-byte',
      frame('gcm', { ...gcm, modeByte }),
      GCM,
    ),
  ),
  malformed(
    'cbc-as-gcm',
    'A CBC token with the mode byte of GCM.',
    'mode-byte',
    frame('cbc', { ...cbc, modeByte: 1 }),
  ),
  malformed(
    'gcm-as-cbc',
    'A GCM token with the mode byte 0.',
    'mode-byte',
    frame('gcm', { ...gcm, modeByte: 0 }),
    GCM,
  ),
  malformed(
    'gcm-without',
    'A GCM token without its mode byte, as ports of the CBC code make it.',
    'mode-byte-missing',
    frame('gcm', { ...gcm, modeByte: undefined }),
    GCM,
  ),
  malformed(
    'gcm-without-whole-blocks',
    'The same, with a ciphertext that is a whole number of blocks.',
    'mode-byte-missing',
    frame('gcm', { ...partsOf('gcm', jsonOfLength(96)), modeByte: undefined }),
    GCM,
  ),
  malformed(
    'gcm-first',
    'The mode byte stands first.',
    'field-order',
    tokenOf(Buffer.of(1), bodyOf(seal(json(), 'gcm')).subarray(0, -1)),
    GCM,
  ),
  malformed(
    'gcm-in-16-bits',
    'The mode as a 16-bit number.',
    'trailing-bytes',
    tokenOf(bodyOf(seal(json(), 'gcm')).subarray(0, -1), Buffer.of(0, 1)),
    GCM,
  ),
  undecryptable(
    'gcm-taken-for-cbc',
    'GCM with a 16-byte nonce and no mode byte has the frame of a CBC token.',
    'mode-byte-missing',
    frame('cbc', {
      iv: IVS.cbc,
      ciphertext: encrypt('aes-256-gcm', { iv: IVS.cbc, plaintext: jsonOfLength(96) }),
    }),
  ),
  undecryptable(
    'cbc-taken-for-gcm',
    'CBC with a 12-byte IV and the mode byte 1 has the frame of a GCM token.',
    'mode-byte tag-check',
    frame('gcm', {
      iv: IVS.gcm,
      ciphertext: encrypt('aes-256-cbc', { iv: Buffer.concat([IVS.gcm, Buffer.alloc(4)]) }),
    }),
    GCM,
  ),
];
