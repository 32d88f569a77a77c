// Tokens of another app, user or mode than demanded.
import { mismatch } from '../../vector.mjs';
import { gcm, gcmToken, made, policy, token } from './given.mjs';

export const vectors = [
  mismatch('another-app', 'Another app is demanded.', 'audience', token, policy({ appId: 2 })),
  mismatch(
    'another-app-by-16-bits',
    'The app demanded is equal in its low 16 bits.',
    'audience',
    token,
    policy({ appId: 65537 }),
  ),
  mismatch('gcm-another-app', 'Another app is demanded.', 'audience', gcmToken, gcm({ appId: 2 })),
  mismatch(
    'another-user',
    'Another user is demanded.',
    'audience',
    token,
    policy({ userId: 'root' }),
  ),
  mismatch(
    'gcm-another-user',
    'Another user is demanded.',
    'audience',
    gcmToken,
    gcm({ userId: 'root' }),
  ),
  mismatch(
    'user-in-capitals',
    'The user demanded differs in case.',
    'audience',
    token,
    policy({ userId: 'Demo' }),
  ),
  mismatch(
    'user-with-blank',
    'The user demanded has a blank behind.',
    'audience',
    token,
    policy({ userId: 'demo ' }),
  ),
  mismatch(
    'user-is-prefix',
    'The user demanded is the start of the one in the token.',
    'audience',
    token,
    policy({ userId: 'dem' }),
  ),
  mismatch(
    'user-is-longer',
    'The user in the token is the start of the one demanded.',
    'audience',
    token,
    policy({ userId: 'demo1' }),
  ),
  mismatch(
    'user-before-nul',
    'The user in the token is the one demanded, then a NUL and more.',
    'audience',
    made({ user_id: 'demo\0root' }),
    policy({ userId: 'demo' }),
  ),
  mismatch(
    'user-normalized',
    'The user demanded is composed, the one in the token decomposed.',
    'audience',
    made({ user_id: 'e\u0301' }),
    policy({ userId: '\u00e9' }),
  ),
  mismatch(
    'user-look-alike',
    'The user in the token has a Cyrillic letter.',
    'audience',
    made({ user_id: 'd\u0435mo' }),
    policy({ userId: 'demo' }),
  ),
  mismatch(
    'user-number-alike',
    'Users that are equal as numbers.',
    'audience',
    made({ user_id: '1e1' }),
    policy({ userId: '10' }),
  ),
  mismatch(
    'cbc-refused',
    'Only GCM is accepted, since CBC does not prove who made it.',
    'mode-policy',
    token,
    policy({ modes: ['gcm'] }),
  ),
  mismatch(
    'gcm-refused',
    'Only CBC is accepted.',
    'mode-policy',
    gcmToken,
    gcm({ modes: ['cbc'] }),
  ),
];
