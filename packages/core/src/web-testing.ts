export type { EncodeOptions, SealOptions } from './lib/testing.ts';
export { encodeToken04, sealToken04 } from './web/testing.ts';
