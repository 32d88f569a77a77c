export { encodeToken04, sealToken04 } from './node/testing.ts';
export type { EncodeOptions, SealOptions } from './token/vector.ts';
