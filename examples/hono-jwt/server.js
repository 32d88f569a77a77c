import { serve } from '@hono/node-server';
import { createTokenHandler } from '@token04/server/node';
import { Hono } from 'hono';
import { jwt, sign } from 'hono/jwt';
import { checkPassword, findUser, grant } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  identify: (_request, claims) => findUser(claims.sub),
  grant,
});

const app = new Hono();
const secret = process.env.LOGIN_SECRET;

app.post('/login', async (c) => {
  const { name, password } = await c.req.json();
  const user = checkPassword(name, password);
  if (user === null) return c.body(null, 401);
  const exp = Math.floor(Date.now() / 1000) + 900;
  return c.json({ jwt: await sign({ sub: user.userId, exp }, secret, 'HS256') });
});

// Whoever has no good JWT gets Hono's 401.
app.use('/zego-token', jwt({ secret, alg: 'HS256' }));
app.all('/zego-token', (c) => handle(c.req.raw, c.get('jwtPayload')));

const port = Number(process.env.PORT ?? 3000);
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) => {
  console.log(`http://127.0.0.1:${address.port}/zego-token`);
});
