import { createWriter, type PlaintextWriter } from './writer.ts';

/** As PHP, in the order of the typed variant of the generator (GCM only). */
export const phpTyped: PlaintextWriter = createWriter(
  ['app_id', 'user_id', 'ctime', 'expire', 'nonce', 'payload'],
  { hex: 'lower', escaped: /[/&\u0080-\uffff]/, escapedSlash: true },
);
