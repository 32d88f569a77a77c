export { decodeToken04 } from './node/decode.ts';
export { generateToken04 } from './node/generate.ts';
export { createIssuer, type Issuer } from './node/issuer.ts';
export { safeUserId } from './node/user-id.ts';
export { createVerifier, type Verifier, verifyToken04 } from './node/verify.ts';
export * from './shared.ts';
