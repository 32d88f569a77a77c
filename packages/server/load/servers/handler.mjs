// `handler.mjs jwt`: a token handler that knows its callers by their JWTs, as one would serve it
// oneself. `handler.mjs anyone`: the same for one fixed user, to see what the JWT costs.
import { identifyByJwt } from '@token04/server/jwt';
import { createTokenHandler, grantWithin, serve } from '@token04/server/node';

const { ZEGO_APP_ID, ZEGO_SERVER_SECRET, JWT_SECRET, PORT } = process.env;

const handle = createTokenHandler({
  appId: Number(ZEGO_APP_ID),
  serverSecret: ZEGO_SERVER_SECRET,
  identify:
    process.argv[2] === 'jwt'
      ? identifyByJwt({ secret: JWT_SECRET })
      : () => ({ userId: 'user0', claims: { zego: { rooms: ['r1'], publish: true } } }),
  grant: ({ userId, claims: { zego } }, wanted) =>
    grantWithin(
      { userId, rooms: zego.rooms, publish: zego.publish, maxEffectiveTimeInSeconds: 3600 },
      wanted,
    ),
});
await serve(handle, { port: Number(PORT) });
