import { Token04Error } from '@token04/core/web';

/** One of the options did what it must not. */
export class Misuse extends TypeError {}

/** The message of an exception of this package's, or core's: a stranger's may quote a secret. */
export function ownText(error: unknown): string {
  return error instanceof Misuse || error instanceof Token04Error ? error.message : '';
}
