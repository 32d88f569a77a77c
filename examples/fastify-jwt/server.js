import jwt from '@fastify/jwt';
import { toFastify } from '@token04/server/fastify';
import { createTokenHandler } from '@token04/server/node';
import Fastify from 'fastify';
import { checkPassword, findUser, grant } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  identify: (_request, claims) => findUser(claims.sub),
  grant,
});

const app = Fastify();
app.register(jwt, { secret: process.env.LOGIN_SECRET });

app.post('/login', async (request, reply) => {
  const { name, password } = request.body ?? {};
  const user = checkPassword(name, password);
  if (user === null) return reply.code(401).send();
  return { jwt: app.jwt.sign({ sub: user.userId }, { expiresIn: '15m' }) };
});

app.register(async (known) => {
  // Whoever has no good JWT gets Fastify's 401.
  known.addHook('onRequest', (request) => request.jwtVerify());
  known.register(toFastify(handle, '/zego-token', { context: (request) => request.user }));
});

const url = await app.listen({ port: Number(process.env.PORT ?? 3000), host: '127.0.0.1' });
console.log(`${url}/zego-token`);
