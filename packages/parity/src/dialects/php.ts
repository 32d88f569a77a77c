import { createWriter, type PlaintextWriter } from './writer.ts';

/** As `json_encode`, which keeps to ASCII, with `&` escaped too. */
export const php: PlaintextWriter = createWriter(
  ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload'],
  { hex: 'lower', escaped: /[/&\u0080-\uffff]/, escapedSlash: true },
);
