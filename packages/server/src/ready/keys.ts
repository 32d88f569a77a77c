import type { Logger } from 'pino';
import type { KeysChange } from '../jwt.ts';

export interface KeysWatch {
  readonly onChange: (change: KeysChange) => void;
  /** For `/readyz`. */
  word(): 'not used' | 'not failing' | 'failing';
}

/** Says in the log, and for `/readyz`, how the look-ups of the public keys go. */
export function watchKeys(jwksUrl: string | undefined, log: Logger): KeysWatch {
  let isFailing = false;
  return {
    onChange({ available, host, code }) {
      isFailing = !available;
      if (available) log.info({ host }, 'the keys of JWKS_URL can be had again');
      else log.error({ host, code }, 'the keys of JWKS_URL cannot be had');
    },
    word() {
      if (jwksUrl === undefined) return 'not used';
      return isFailing ? 'failing' : 'not failing';
    },
  };
}
