export type { FetchedToken } from './answer.ts';
export { TokenProviderError, type TokenProviderErrorCode } from './errors.ts';
export {
  createTokenProvider,
  type TokenProvider,
  type TokenProviderOptions,
} from './provider.ts';
