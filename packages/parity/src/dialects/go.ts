import { createWriter, type PlaintextWriter } from './writer.ts';

/** As `encoding/json` of Go 1.22 and newer; older ones also write \b and \f as \u0008 and \u000c. */
export const go: PlaintextWriter = createWriter(
  ['app_id', 'user_id', 'ctime', 'expire', 'nonce', 'payload'],
  { hex: 'lower', escaped: /[<>&\u2028\u2029]/ },
);
