import { createWriter, type PlaintextWriter } from './writer.ts';

/** As official C++ spells it. */
export const objc: PlaintextWriter = createWriter(
  ['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload'],
  { hex: 'upper' },
);
