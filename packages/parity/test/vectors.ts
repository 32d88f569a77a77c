import { loadVectorFile, type TokenVector, type VectorFile } from '@token04/fixtures';

export const TOKEN_ID = 'basic/plain-user-id';
export const REJECTED_ID = 'edge/ttl-0';

/** A small valid file: one token, one rejection, in official Go's CBC. */
export function smallFile(): VectorFile {
  const file = loadVectorFile('go-cbc');
  file.vectors = file.vectors.filter(({ id }) => id === TOKEN_ID || id === REJECTED_ID);
  return file;
}

export function tokenVector({ vectors }: VectorFile): TokenVector {
  return vectors.find((vector) => vector.result === 'token') as TokenVector;
}

/** The text with one base64 character exchanged for another. */
export function alterCharacter(text: string, index: number): string {
  const other = text[index] === 'A' ? 'B' : 'A';
  return text.slice(0, index) + other + text.slice(index + 1);
}
