import type {} from '@supabase/functions-js/src/edge-runtime.d.ts';
import { createTokenHandler } from '@token04/server';
import { identifyByJwt } from '@token04/server/jwt';
import { findUser, grant } from '../development-users.js';

const auth = `${Deno.env.get('SUPABASE_URL')}/auth/v1`;

const handle = createTokenHandler({
  appId: Number(Deno.env.get('ZEGO_APP_ID')),
  serverSecret: Deno.env.get('ZEGO_SERVER_SECRET') ?? '',
  // The access token of Supabase Auth, which its client sends along.
  identify: identifyByJwt({
    jwksUrl: `${auth}/.well-known/jwks.json`,
    issuer: auth,
    audience: 'authenticated',
  }),
  grant: ({ userId }, wanted) => {
    const user = findUser(userId);
    return user && grant(user, wanted);
  },
  allowedOrigins: ['https://app.example'],
});

Deno.serve(handle);
