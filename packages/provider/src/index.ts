export type { FetchedToken } from './answer.ts';
export { type ProblemPlace, TokenProviderError, type TokenProviderErrorCode } from './errors.ts';
export type { TokenProviderOptions } from './options.ts';
export {
  createTokenProvider,
  type TokenLogin,
  type TokenProvider,
} from './provider.ts';
