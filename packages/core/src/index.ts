export { safeUserId } from './node/ids.ts';
export { createIssuer, generateToken04, type Issuer } from './node/issue.ts';
export { createVerifier, decodeToken04, type Verifier, verifyToken04 } from './node/read.ts';
export * from './shared.ts';
