import { encrypt, frame, IVS } from '../token.mjs';
import { malformed, undecryptable } from '../vector.mjs';

export const area = 'iv';
export const description =
  'IVs of a length that does not fit the mode, told truly by their length field: CBC takes 16 bytes, GCM 12.';

export const vectors = [
  ...[0, 1, 8, 12, 15, 17, 24].map((length) => {
    const iv = Buffer.alloc(length, 7);
    // What the cipher is given is cut, or filled with zeros, as many libraries do it.
    const taken = Buffer.concat([iv, Buffer.alloc(16)]).subarray(0, 16);
    const ciphertext = encrypt('aes-256-cbc', { iv: taken });
    return malformed(
      `cbc-${length}-bytes`,
      `CBC with an IV whose length in bytes is ${length}.`,
      'iv-length',
      frame('cbc', { iv, ciphertext }),
    );
  }),
  malformed(
    'cbc-hex',
    'CBC with an IV written as 32 hex digits.',
    'iv-length',
    frame('cbc', {
      iv: Buffer.from(IVS.cbc.toString('hex')),
      ciphertext: encrypt('aes-256-cbc', { iv: IVS.cbc }),
    }),
  ),
  malformed(
    'cbc-base64',
    'CBC with an IV written as 24 characters of base64.',
    'iv-length',
    frame('cbc', {
      iv: Buffer.from(IVS.cbc.toString('base64')),
      ciphertext: encrypt('aes-256-cbc', { iv: IVS.cbc }),
    }),
  ),
  ...[1, 8, 11, 13, 16, 24, 32].map((length) => {
    const iv = Buffer.alloc(length, 7);
    const ciphertext = encrypt('aes-256-gcm', { iv });
    return malformed(
      `gcm-${length}-bytes`,
      `GCM with a nonce whose length in bytes is ${length}, which the cipher takes and token04 does not.`,
      'iv-length',
      frame('gcm', { iv, ciphertext }),
      { mode: 'gcm' },
    );
  }),
  malformed(
    'gcm-none',
    'GCM without a nonce.',
    'iv-length',
    frame('gcm', { iv: Buffer.alloc(0), ciphertext: encrypt('aes-256-gcm', { iv: IVS.gcm }) }),
    { mode: 'gcm' },
  ),
  malformed(
    'gcm-hex',
    'GCM with a nonce written as 24 hex digits.',
    'iv-length',
    frame('gcm', {
      iv: Buffer.from(IVS.gcm.toString('hex')),
      ciphertext: encrypt('aes-256-gcm', { iv: IVS.gcm }),
    }),
    { mode: 'gcm' },
  ),
  undecryptable(
    'cbc-another',
    'The IV in the token is not the one of the encryption: the first block is garbled.',
    'altered-iv',
    frame('cbc', {
      iv: Buffer.alloc(16, 0x80),
      ciphertext: encrypt('aes-256-cbc', { iv: IVS.cbc }),
    }),
  ),
  undecryptable('cbc-reversed', 'The bytes of the IV in reverse.', 'altered-iv', reversedIv()),
];

function reversedIv() {
  const iv = Buffer.from(Array.from({ length: 16 }, (_, index) => 0x11 * index));
  return frame('cbc', {
    iv: Buffer.from(iv).reverse(),
    ciphertext: encrypt('aes-256-cbc', { iv }),
  });
}
