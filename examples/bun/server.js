import { createTokenHandler } from '@token04/server/node';
import { grant, identify } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  identify,
  grant,
});

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: Number(process.env.PORT ?? 3000),
  routes: { '/zego-token': handle },
});
console.log(`${server.url}zego-token`);
