import { toExpress } from '@token04/server/express';
import { createTokenHandler } from '@token04/server/node';
import express from 'express';
import session from 'express-session';
import { checkPassword, findUser, grant } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  identify: (_request, userId) => findUser(userId),
  grant,
});

const app = express();
app.use(session({ secret: process.env.LOGIN_SECRET, resave: false, saveUninitialized: false }));

app.post('/login', express.json(), (request, response, next) => {
  const { name, password } = request.body ?? {};
  const user = checkPassword(name, password);
  if (user === null) return response.sendStatus(401);
  // A new ID, so that one which somebody planted before the login is worth nothing.
  request.session.regenerate((error) => {
    if (error) return next(error);
    request.session.userId = user.userId;
    response.sendStatus(204);
  });
});

app.all('/zego-token', toExpress(handle, { context: (request) => request.session.userId }));

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/zego-token`);
});
