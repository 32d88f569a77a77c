import type { Dialect, Mode } from '@token04/fixtures';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../describe.schema.json' with { type: 'json' };

/** What a testee can choose in `generate` beyond the input itself. */
export type Control = 'ctime' | 'nonce' | 'iv';

/** What a testee can do in `verify` beyond now, appId, userId, modes and one secret. */
export type VerifyOption = 'clockToleranceInSeconds' | 'service' | 'serverSecrets';

/** What a testee says of itself: the answer to `describe` (PROTOCOL.md, 2). */
export interface Description {
  protocol: 1;
  name: string;
  language: string;
  version: string;
  /** How it spells a plaintext; null where that is no official generator's way. */
  dialect: Dialect | null;
  generate: Mode[];
  decode: Mode[];
  verify: Mode[];
  controls: Control[];
  options?: VerifyOption[];
}

const validate = new Ajv2020().compile<Description>(schema);

/** The description, or what is wrong with it. */
export function readDescription(json: unknown): Description | string {
  if (validate(json)) return json;
  const error = validate.errors?.[0];
  return `${error?.instancePath ?? ''} ${error?.message ?? 'is not valid'}`.trim();
}
