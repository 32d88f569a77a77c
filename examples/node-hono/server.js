import { serve } from '@hono/node-server';
import { createTokenHandler } from '@token04/server/node';
import { Hono } from 'hono';
import { grant, identify } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  identify,
  grant,
});

const app = new Hono();
app.all('/zego-token', (context) => handle(context.req.raw));

const port = Number(process.env.PORT ?? 3000);
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) => {
  console.log(`http://127.0.0.1:${address.port}/zego-token`);
});
