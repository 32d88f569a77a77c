import { createTokenHandler, type TokenHandler } from '@token04/server/node';
import { grant, identify } from '../../../../development-users.js';

// Made at the first request: `next build` loads this file, too, where no secret should be.
let handle: TokenHandler | undefined;

export function POST(request: Request): Promise<Response> {
  handle ??= createTokenHandler({
    appId: Number(process.env.ZEGO_APP_ID),
    serverSecret: process.env.ZEGO_SERVER_SECRET ?? '',
    identify,
    grant,
  });
  return handle(request);
}
