import { http } from '@google-cloud/functions-framework';
import { toExpress } from '@token04/server/express';
import { createTokenHandler } from '@token04/server/node';
import { grant, identify } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET ?? '',
  identify,
  grant,
});

http('zegoToken', toExpress(handle));
