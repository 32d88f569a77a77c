import { env } from 'cloudflare:workers';
import { createTokenHandler } from '@token04/server';
import { grant, identify } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(env.ZEGO_APP_ID),
  serverSecret: env.ZEGO_SERVER_SECRET,
  identify,
  grant,
  // A binding, as one isolate of many cannot count: see ratelimits in wrangler.jsonc.
  async rateLimit({ userId }) {
    const { success } = await env.TOKEN_RATE_LIMIT.limit({ key: userId });
    return success ? null : 60;
  },
});

export default { fetch: handle };
