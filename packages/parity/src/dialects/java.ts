import { createWriter, type PlaintextWriter } from './writer.ts';

/** As json-simple, in the order of a HashMap. */
export const java: PlaintextWriter = createWriter(
  ['user_id', 'payload', 'expire', 'ctime', 'app_id', 'nonce'],
  { hex: 'upper', escaped: /[/\u007f-\u009f\u2000-\u20ff]/, escapedSlash: true },
);
