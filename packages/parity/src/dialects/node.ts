import { createWriter, type PlaintextWriter } from './writer.ts';

/** As `JSON.stringify`. */
export const node: PlaintextWriter = createWriter(
  ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload'],
  { hex: 'lower' },
);
