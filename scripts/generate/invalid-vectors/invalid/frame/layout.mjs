// Numbers of another width or byte order, and fields in another order.
import { EXPIRE, frame, int64, partsOf, tokenOf, uint16 } from '../../token.mjs';
import { malformed } from '../../vector.mjs';

const expire = int64(EXPIRE);
const cbc = partsOf('cbc');
const gcm = partsOf('gcm');
const GCM = { mode: 'gcm' };

export const vectors = [
  malformed(
    'lengths-little-endian',
    'Both lengths with their low byte first.',
    'byte-order',
    frame('cbc', { ...cbc, ivLength: 0x1000, ciphertextLength: 0x6000 }),
  ),
  malformed(
    'lengths-of-32-bits',
    'Both lengths as 32-bit numbers.',
    'length-width',
    tokenOf(expire, uint16(0), uint16(16), cbc.iv, uint16(0), uint16(96), cbc.ciphertext),
  ),
  malformed(
    'lengths-of-8-bits',
    'Both lengths as single bytes.',
    'length-width',
    tokenOf(expire, Buffer.of(16), cbc.iv, Buffer.of(96), cbc.ciphertext),
  ),
  malformed(
    'lengths-in-digits',
    'Both lengths as two decimal digits.',
    'length-width',
    tokenOf(expire, Buffer.from('16'), cbc.iv, Buffer.from('96'), cbc.ciphertext),
  ),
  malformed(
    'lengths-missing',
    'No lengths: expire, IV and ciphertext end to end.',
    'length-width',
    tokenOf(expire, cbc.iv, cbc.ciphertext),
  ),
  malformed(
    'ciphertext-length-missing',
    'Only the IV has a length.',
    'length-width',
    tokenOf(expire, uint16(16), cbc.iv, cbc.ciphertext),
  ),
  malformed(
    'expire-of-32-bits',
    'The expire as a 32-bit number.',
    'length-width',
    tokenOf(expire.subarray(4), uint16(16), cbc.iv, uint16(96), cbc.ciphertext),
  ),
  malformed(
    'expire-in-digits',
    'The expire as ten decimal digits.',
    'length-width',
    tokenOf(Buffer.from('1700003600'), uint16(16), cbc.iv, uint16(96), cbc.ciphertext),
  ),
  malformed(
    'expire-missing',
    'The body starts with the IV.',
    'field-order',
    tokenOf(uint16(16), cbc.iv, uint16(96), cbc.ciphertext),
  ),
  malformed(
    'expire-last',
    'The expire stands last.',
    'field-order',
    tokenOf(uint16(16), cbc.iv, uint16(96), cbc.ciphertext, expire),
  ),
  malformed(
    'ciphertext-first',
    'The ciphertext stands before the IV.',
    'field-order',
    tokenOf(expire, uint16(96), cbc.ciphertext, uint16(16), cbc.iv),
  ),
  malformed(
    'gcm-tag-in-a-field',
    'The tag has a field and a length of its own.',
    'field-order',
    tokenOf(
      expire,
      uint16(12),
      gcm.iv,
      uint16(95),
      gcm.ciphertext.subarray(0, 95),
      uint16(16),
      gcm.ciphertext.subarray(95),
      Buffer.of(1),
    ),
    GCM,
  ),
  malformed(
    'gcm-tag-behind-the-field',
    'The tag follows the ciphertext, whose length leaves it out.',
    'field-order',
    tokenOf(expire, uint16(12), gcm.iv, uint16(95), gcm.ciphertext, Buffer.of(1)),
    GCM,
  ),
];
