import { readAppId, readMode } from '@token04/core/check';
import type { IssuerOptions, TimedToken04, Token04Request } from '@token04/core/web';
import type { Identity, TokenHandlerOptions } from './options.ts';
import { rememberLast } from './remember-last.ts';

/** The core's issuer, on node:crypto or on WebCrypto. */
export type CreateIssuer = (options: IssuerOptions) => Issuer;
export interface Issuer {
  issueWithTimes(request: Token04Request): TimedToken04 | Promise<TimedToken04>;
}

/**
 * The issuer for the present secret.
 *
 * @throws Token04Error for an app, a mode or a fixed secret that no issuer takes
 */
export function followIssuer(
  {
    appId,
    serverSecret,
    mode,
  }: Pick<TokenHandlerOptions<Identity>, 'appId' | 'serverSecret' | 'mode'>,
  createIssuer: CreateIssuer,
): () => Issuer | Promise<Issuer> {
  if (typeof serverSecret !== 'function') {
    const issuer = createIssuer({ appId, serverSecret, mode });
    return () => issuer;
  }
  // So that a bad appId or mode throws at once, though the secret comes later.
  readAppId(appId, 'appId');
  if (mode !== undefined) readMode(mode, 'mode');
  const issuerFor = rememberLast((secret) => createIssuer({ appId, serverSecret: secret, mode }));
  return async () => issuerFor(await serverSecret());
}
