export * from './shared.ts';
export { safeUserId } from './web/ids.ts';
export { createIssuer, generateToken04, type Issuer } from './web/issue.ts';
export { createVerifier, decodeToken04, type Verifier, verifyToken04 } from './web/read.ts';
