import type { Dialect } from '@token04/fixtures';
import { cpp } from './cpp.ts';
import { dotnet } from './dotnet.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { node } from './node.ts';
import { objc } from './objc.ts';
import { php } from './php.ts';
import { phpTyped } from './php-typed.ts';
import { python } from './python.ts';
import type { PlaintextWriter } from './writer.ts';

/**
 * The plaintext that each official generator makes of the same claims, byte for byte
 * (docs/specification.md, 2). Strings in the claims must be well-formed; times are in seconds since
 * 1970.
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
export const dialects: { readonly [name in Dialect]: PlaintextWriter } = {
  go,
  python,
  node,
  java,
  cpp,
  objc,
  dotnet,
  php,
  'php-typed': phpTyped,
};
