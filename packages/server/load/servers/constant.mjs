// Answers with the same token always: what HTTP alone takes.
import { createIssuer } from '@token04/core';
import { serve } from '@token04/server/node';

const { ZEGO_APP_ID, ZEGO_SERVER_SECRET, PORT } = process.env;

const issuer = createIssuer({ appId: Number(ZEGO_APP_ID), serverSecret: ZEGO_SERVER_SECRET });
const token = issuer.issue({
  userId: 'user0',
  effectiveTimeInSeconds: 3600,
  payload: '{"room_id":"r1","privilege":{"1":1,"2":1},"stream_id_list":null}',
});
const answer = { token, userId: 'user0', expiresAt: 1893456000, renewAfter: 3570 };
const init = { headers: { 'Cache-Control': 'no-store' } };
await serve(async () => Response.json(answer, init), { port: Number(PORT) });
