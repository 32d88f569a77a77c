import { createTokenHandler, type TokenHandler } from '@token04/server/node';
import type { Session } from 'next-auth';
import { findUser, grant } from '../../../../development-users.js';
import { auth } from '../../../auth';

// Made at the first request: `next build` loads this file, too, where no secret should be.
let handle: TokenHandler<Session | null> | undefined;

export function POST(request: Request): Promise<Response> {
  handle ??= createTokenHandler({
    appId: Number(process.env.ZEGO_APP_ID),
    serverSecret: process.env.ZEGO_SERVER_SECRET ?? '',
    identify: (_request, session) => findUser(session?.user?.id),
    grant,
  });
  return handle(request, auth());
}
