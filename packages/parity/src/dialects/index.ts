import { type Dialect, dialectNames, loadDialect } from '@token04/fixtures';
import { createWriter, type PlaintextWriter } from './writer.ts';

/**
 * The plaintext that each official generator makes of the same claims, byte for byte
 * (docs/specification.md, 2), and that each other program does whose dialect is in the fixtures.
 * Strings in the claims must be well-formed; times are in seconds since 1970.
 *
 * @example
 * ```js
 * import { dialects } from '@token04/parity';
 *
 * const claims = { appId: 1, userId: 'a/b', ctime: 0, expire: 60, nonce: -1, payload: '' };
 * dialects.php(claims);
 * // → '{"app_id":1,"user_id":"a\\/b","nonce":-1,"ctime":0,"expire":60,"payload":""}'
 * ```
 */
export const dialects: { readonly [name in Dialect]: PlaintextWriter } = Object.fromEntries(
  dialectNames.map((name) => [name, createWriter(loadDialect(name))]),
) as { [name in Dialect]: PlaintextWriter };

/** Those of ZEGO's generators. */
export const officialDialects: readonly Dialect[] = dialectNames.filter(
  (name) => loadDialect(name).origin === 'official',
);
