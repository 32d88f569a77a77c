import { createWriter, type PlaintextWriter } from './writer.ts';

/** As Newtonsoft.Json. */
export const dotnet: PlaintextWriter = createWriter(
  ['app_id', 'user_id', 'payload', 'ctime', 'expire', 'nonce'],
  { hex: 'lower', escaped: /[\u0085\u2028\u2029]/ },
);
