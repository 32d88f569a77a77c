declare module 'tiny-hashes/sha256/index.mjs' {
  /** Of the text's UTF-8 bytes, in hexadecimal. */
  export default function sha256(text: string): string;
}
