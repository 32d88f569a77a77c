import { toExpress } from '@token04/server/express';
import { createTokenHandler } from '@token04/server/node';
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy } from 'passport-local';
import { checkPassword, findUser, grant } from '../development-users.js';

const handle = createTokenHandler({
  appId: Number(process.env.ZEGO_APP_ID),
  serverSecret: process.env.ZEGO_SERVER_SECRET,
  identify: (_request, user) => user ?? null,
  grant,
});

passport.use(
  new Strategy({ usernameField: 'name' }, (name, password, done) =>
    done(null, checkPassword(name, password) ?? false),
  ),
);
passport.serializeUser((user, done) => done(null, user.userId));
passport.deserializeUser((userId, done) => done(null, findUser(userId) ?? false));

const app = express();
app.use(session({ secret: process.env.LOGIN_SECRET, resave: false, saveUninitialized: false }));
app.use(passport.session());

app.post('/login', express.json(), passport.authenticate('local'), (_request, response) => {
  response.sendStatus(204);
});

app.all('/zego-token', toExpress(handle, { context: (request) => request.user }));

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/zego-token`);
});
