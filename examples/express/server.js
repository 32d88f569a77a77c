import { toExpress } from '@token04/server/express';
import { createTokenHandler } from '@token04/server/node';
import express from 'express';
import { grant, identify } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  identify,
  grant,
});

const app = express();
app.all('/zego-token', toExpress(handle));

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/zego-token`);
});
