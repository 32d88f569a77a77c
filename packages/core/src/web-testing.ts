export type { EncodeOptions, SealOptions } from './token/vector.ts';
export { encodeToken04, sealToken04 } from './web/testing.ts';
