import { createTokenHandler } from '@token04/server/node';
import { grant, identify } from '../../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET ?? '',
  identify,
  grant,
});

export default { fetch: (request: Request) => handle(request) };
