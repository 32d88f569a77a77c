// Faults in reading the text of a token and its frame.
import { correct, refuseIf } from '../../reference/steps.mjs';

export const faults = {
  'any-version-read': { checkVersion: () => {} },
  'version-read-as-a-number': {
    checkVersion: (token) => refuseIf(Number(token.slice(0, 2)) !== 4, 'Malformed'),
  },
  'any-base64-read': { fromBase64: (text) => Buffer.from(text, 'base64') },
  'any-mode-byte-read': { readMode: (rest) => (rest[0] === 1 ? 'gcm' : 'cbc') },
  'trailing-bytes-ignored': { readMode: (rest) => correct.readMode(rest.subarray(0, 1)) },
  'mode-byte-0-refused': {
    readMode: (rest) => {
      refuseIf(rest[0] === 0, 'Malformed');
      return correct.readMode(rest);
    },
  },
  'signed-16-bit-length-read': {
    readLength: (bytes, offset) => Math.max(bytes.readInt16BE(offset), 0),
  },
  'iv-length-of-its-low-byte': {
    readLength: (bytes, offset) => (offset === 8 ? bytes[9] : bytes.readUInt16BE(offset)),
  },
  'length-of-15-bits-in-the-iv': {
    readLength: (bytes, offset) => bytes.readUInt16BE(offset) & (offset === 8 ? 0x7fff : 0xffff),
  },
  'ciphertext-length-of-its-lower-bits': {
    readLength: (bytes, offset) =>
      offset === 8 || bytes.length > 0x3fff
        ? bytes.readUInt16BE(offset)
        : bytes.readUInt16BE(offset) & 0x3fff,
  },
  'outer-expire-ignored': { checkOuter: () => {} },
  'outer-expire-of-32-bits': {
    checkOuter: (outer, inner) =>
      refuseIf(BigInt.asUintN(32, outer) !== BigInt.asUintN(32, BigInt(inner)), 'Claims'),
  },
  'slow-with-long-base64': {
    fromBase64: (text) => {
      let seen = '';
      for (let at = 0; at < text.length; at += 8) {
        seen = Buffer.from(text.slice(0, at)).toString('latin1');
      }
      return correct.fromBase64(text, seen);
    },
  },
};
