export * from './shared.ts';
export { decodeToken04 } from './web/decode.ts';
export { generateToken04 } from './web/generate.ts';
export { createIssuer, type Issuer } from './web/issuer.ts';
export { safeUserId } from './web/user-id.ts';
export { createVerifier, type Verifier, verifyToken04 } from './web/verify.ts';
