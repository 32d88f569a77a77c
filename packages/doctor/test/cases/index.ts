import type { DiagnoseOptions, FindingId } from '../../src/index.ts';
import { NOW, SECRET } from '../make.ts';
import { aroundCases } from './around.ts';
import type { Case } from './case.ts';
import { claimCases } from './claims.ts';
import { damageCases } from './damage.ts';
import { foreignCipherCases } from './foreign-ciphers.ts';
import { foreignEncodingCases } from './foreign-encodings.ts';
import { foreignFrameCases } from './foreign-frames.ts';
import { frameCases } from './frame.ts';
import { insteadCases } from './instead.ts';
import { keyCases } from './keys.ts';
import { kitCases } from './kit.ts';
import { payloadCases } from './payload.ts';
import { plaintextCases } from './plaintext.ts';
import { productCases } from './products.ts';
import { roomCases } from './room.ts';
import { secretCases } from './secrets.ts';
import { timeCases } from './times.ts';

/** At least one way to each finding. */
export const cases: { [id in FindingId]: [Case, ...Case[]] } = {
  ...insteadCases,
  ...damageCases,
  ...aroundCases,
  ...frameCases,
  ...foreignFrameCases,
  ...foreignEncodingCases,
  ...foreignCipherCases,
  ...keyCases,
  ...secretCases,
  ...plaintextCases,
  ...claimCases,
  ...timeCases,
  ...kitCases,
  ...payloadCases,
  ...roomCases,
  ...productCases,
};

export function optionsOf({ withoutSecret, options }: Case): DiagnoseOptions {
  return { ...(!withoutSecret && { serverSecret: SECRET }), now: NOW, ...options };
}
