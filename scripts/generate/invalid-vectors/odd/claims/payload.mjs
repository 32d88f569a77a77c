// Payloads that are null, absent, large or no JSON.
import { odd } from '../../odd-vector.mjs';
import { FIELDS, json } from '../../token.mjs';
import { ALL, KEEP_NUL } from '../makers.mjs';

const BY_NULL = 'They write null where the caller passes no payload.';
const { payload: _, ...withoutPayload } = FIELDS;

export const vectors = [
  odd(
    'payload-null',
    'The payload is null, which reads as the empty payload.',
    'python java dotnet php',
    BY_NULL,
    { plaintext: json({ payload: null }) },
  ),
  odd('gcm-payload-null', 'The payload is null, in GCM.', 'python java php', BY_NULL, {
    plaintext: json({ payload: null }),
    mode: 'gcm',
  }),
  odd(
    'payload-missing',
    'No payload field, which reads as the empty payload.',
    '',
    'A newer generator may leave it out; the generator in the prebuilt client does.',
    { plaintext: JSON.stringify(withoutPayload) },
  ),
  odd('gcm-payload-missing', 'No payload field, in GCM.', '', 'What holds for CBC holds for GCM.', {
    plaintext: JSON.stringify(withoutPayload),
    mode: 'gcm',
  }),
  odd(
    'payload-not-json',
    'The payload is a word.',
    ALL,
    'A payload is any text; who reads privileges judges it.',
    { fields: { payload: 'hello' } },
  ),
  odd(
    'payload-null-text',
    'The payload is the text null.',
    ALL,
    'It is a string of four letters.',
    { fields: { payload: 'null' } },
  ),
  odd(
    'payload-of-a-token',
    'The payload has the fields of a token.',
    ALL,
    'It is a string; nobody looks for fields in it.',
    { fields: { payload: json({ app_id: 2, user_id: 'root' }) } },
  ),
  odd(
    'payload-of-controls',
    'All control characters in the payload.',
    KEEP_NUL,
    'A payload is any text.',
    { fields: { payload: String.fromCharCode(...Array(32).keys()) } },
  ),
  odd(
    'payload-of-33000',
    'A payload that makes the ciphertext longer than 32,767 bytes.',
    'go node java cpp objc dotnet php',
    'Its length is an unsigned 16-bit number.',
    { fields: { payload: 'p'.repeat(33_000) } },
  ),
  odd(
    'payload-as-long-as-can-be',
    'The longest ciphertext: 65,535 bytes with its tag.',
    'go node java cpp php php-typed',
    'Its length is an unsigned 16-bit number.',
    { fields: { payload: 'p'.repeat(65_519 - 95) }, mode: 'gcm' },
  ),
];
