// Faults in the key and the padding.
import { pkcs7 } from '../../reference/steps.mjs';

const half = (secret) => Buffer.from(secret).subarray(0, 16);

/** The key of the secret before, where this of the two is equal. */
const keptBy = (mark) => {
  let kept = '';
  return (secret) => {
    if (mark(secret) !== mark(kept)) kept = secret;
    return Buffer.from(kept);
  };
};

export const faults = {
  'key-kept-by-all-but-the-last-byte': { key: keptBy((secret) => secret.slice(0, -1)) },
  'key-kept-by-its-last-16-bytes': { key: keptBy((secret) => secret.slice(-16)) },
  'key-kept-by-a-sum': {
    key: keptBy((secret) => Buffer.from(secret).reduce((sum, byte) => sum + byte, 0)),
  },
  'hex-decoded-key': {
    key: (secret) => {
      const key = Buffer.alloc(32);
      key.write(secret, 'hex');
      return key;
    },
  },
  'aes-128': { key: half, readKey: half },
  'aes-128-when-making': { key: half },
  'secret-cut-at-nul-when-making': {
    key: (secret) => Buffer.concat([Buffer.from(secret.split('\0')[0]), Buffer.alloc(32)], 32),
  },
  'zero-padding': {
    pad: (bytes) => Buffer.concat([bytes, Buffer.alloc(16 - (bytes.length % 16))]),
  },
  'padding-off-by-one': {
    pad: (bytes) => {
      const padded = pkcs7(bytes);
      return padded.fill(padded.at(-1) - 1, bytes.length);
    },
  },
  'no-padding-of-a-full-block': {
    pad: (bytes) => (bytes.length % 16 === 0 ? bytes : pkcs7(bytes)),
  },
};
