import { malformed } from '../vector.mjs';
import { vectors as audience } from './verify/audience.mjs';
import { vectors as claims } from './verify/claims.mjs';
import { vectors as expiry } from './verify/expiry.mjs';
import { policy, token } from './verify/given.mjs';
import { vectors as zim } from './verify/zim.mjs';

export const area = 'verify';
export const description =
  'What verifying must not accept: by the clock, by whose the token is, or by what is demanded of it.';

export const vectors = [
  ...expiry,
  ...audience,
  ...zim,
  ...claims,
  malformed('empty', 'The empty text.', 'version-prefix', '', policy({})),
  malformed(
    'version-03',
    'The prefix of token version 03.',
    'version-prefix',
    `03${token.slice(2)}`,
    policy({}),
  ),
];
