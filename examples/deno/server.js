import { createTokenHandler } from '@token04/server/node';
import { grant, identify } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(Deno.env.get('ZEGO_APP_ID')),
  serverSecret: Deno.env.get('ZEGO_SERVER_SECRET'),
  identify,
  grant,
});

Deno.serve(
  {
    hostname: '127.0.0.1',
    port: Number(Deno.env.get('PORT') ?? 3000),
    onListen: ({ port }) => console.log(`http://127.0.0.1:${port}/zego-token`),
  },
  handle,
);
