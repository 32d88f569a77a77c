// Faults in what is taken for the key of a token that is read.
import { createHash } from 'node:crypto';
import { correct } from '../../reference/steps.mjs';

/** Takes any secret, and makes a key of one that has not 32 bytes. */
const anySecret = (adapt) => ({
  checkReadSecret: () => {},
  readKey: (secret) => (Buffer.byteLength(secret) === 32 ? Buffer.from(secret) : adapt(secret)),
});

export const faults = {
  'secret-cut-when-reading': anySecret((secret) =>
    Buffer.concat([Buffer.from(secret), Buffer.alloc(32)], 32),
  ),
  'secret-hashed-when-reading': anySecret((secret) => createHash('sha256').update(secret).digest()),
  'secret-decoded-from-hex-when-reading': anySecret((secret) =>
    Buffer.concat([Buffer.from(secret, 'hex'), Buffer.alloc(32)], 32),
  ),
  'secret-decoded-from-base64-when-reading': anySecret((secret) =>
    Buffer.concat([Buffer.from(secret, 'base64'), Buffer.alloc(32)], 32),
  ),
  'secret-trimmed-when-reading': {
    checkReadSecret: (secret) => correct.checkReadSecret(secret.trim()),
    readKey: (secret) => Buffer.from(secret.trim()),
  },
  'secret-cut-at-nul-when-reading': {
    readKey: (secret) => Buffer.concat([Buffer.from(secret.split('\0')[0]), Buffer.alloc(32)], 32),
  },
  'key-kept-by-a-sum-when-reading': (() => {
    const keys = new Map();
    return {
      readKey: (secret) => {
        const key = Buffer.from(secret);
        const sum = key.reduce((total, byte) => total + byte, 0);
        if (!keys.has(sum)) keys.set(sum, key);
        return keys.get(sum);
      },
    };
  })(),
  'keys-compared-up-to-a-nul': (() => {
    const keys = new Map();
    return {
      readKey: (secret) => {
        const name = secret.split('\0')[0];
        if (!keys.has(name)) keys.set(name, Buffer.from(secret));
        return keys.get(name);
      },
    };
  })(),
  'secret-in-any-case-when-reading': { readKey: (secret) => Buffer.from(secret.toLowerCase()) },
};
