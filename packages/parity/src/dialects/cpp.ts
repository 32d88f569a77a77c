import { createWriter, type PlaintextWriter } from './writer.ts';

/** As RapidJSON. */
export const cpp: PlaintextWriter = createWriter(
  ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload'],
  { hex: 'upper' },
);
