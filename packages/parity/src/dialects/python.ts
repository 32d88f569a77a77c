import { createWriter, type PlaintextWriter } from './writer.ts';

/** As `json.dumps` without blanks and with `ensure_ascii=False`. */
export const python: PlaintextWriter = createWriter(
  ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload'],
  { hex: 'lower' },
);
