import type { Dialect, Mode } from '@token04/fixtures';
import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../describe.schema.json' with { type: 'json' };
import type { Testee } from '../testee.ts';

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

/** Asks a testee for its description. It gives it, or what is wrong with it. */
export async function askDescription(ask: Testee['request']): Promise<Description | string> {
  return readDescription((await ask('describe')).ok);
}

const validate = new Ajv2020().compile<Description>(schema);

/** The description, or what is wrong with it. */
function readDescription(json: unknown): Description | string {
  if (validate(json)) return json;
  const error = validate.errors?.[0];
  return `${error?.instancePath ?? ''} ${error?.message ?? 'is not valid'}`.trim();
}
