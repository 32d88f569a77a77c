import { toFastify } from '@token04/server/fastify';
import { createTokenHandler } from '@token04/server/node';
import Fastify from 'fastify';
import { grant, identify } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  identify,
  grant,
});

const app = Fastify();
app.register(toFastify(handle, '/zego-token'));

const url = await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' });
console.log(`${url}/zego-token`);
