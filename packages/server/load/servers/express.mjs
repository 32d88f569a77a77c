// `express.mjs anyone`: the usual endpoint, in the shape of ZEGO's dynamic_token_server_nodejs: GET
// /access_token gives anyone a token of whoever is named. `express.mjs jwt`: with JWTs checked.
import { createCipheriv, randomBytes } from 'node:crypto';
import express from 'express';
import { jwtVerify } from 'jose';

const { ZEGO_APP_ID, ZEGO_SERVER_SECRET, JWT_SECRET, PORT } = process.env;
const jwtKey = new TextEncoder().encode(JWT_SECRET);
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

const app = express();

app.get('/access_token', ...(process.argv[2] === 'jwt' ? [checkJwt] : []), (request, response) => {
  response.header('Cache-Control', 'private, no-cache, no-store, must-revalidate');
  response.header('Expires', '-1');
  response.header('Pragma', 'no-cache');
  response.header('Access-Control-Allow-Origin', '*');
  const { uid, expired_ts: seconds = '3600' } = request.query;
  if (!uid) return response.status(500).json({ error: 'user id is required' });
  const token = generate(Number(ZEGO_APP_ID), uid, ZEGO_SERVER_SECRET, Number(seconds), '');
  return response.json({ token });
});
app.listen(Number(PORT), '127.0.0.1');

/** As the official Node.js sample goes about it: a new cipher for each token, an IV of characters. */
function generate(appId, userId, secret, effectiveTimeInSeconds, payload) {
  const ctime = Math.floor(Date.now() / 1000);
  const expire = ctime + effectiveTimeInSeconds;
  const nonce = Math.floor(Math.random() * 2 ** 32) - 2 ** 31;
  const claims = { app_id: appId, user_id: userId, nonce, ctime, expire, payload };

  const iv = Array.from(randomBytes(16), (byte) => DIGITS[byte % DIGITS.length]).join('');
  const cipher = createCipheriv('aes-256-cbc', secret, iv);
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(claims)), cipher.final()]);

  const head = Buffer.alloc(10);
  head.writeBigInt64BE(BigInt(expire));
  head.writeUInt16BE(iv.length, 8);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(ciphertext.length);
  return `04${Buffer.concat([head, Buffer.from(iv), length, ciphertext]).toString('base64')}`;
}

async function checkJwt(request, response, next) {
  try {
    const jwt = request.headers.authorization.slice('Bearer '.length);
    const { payload } = await jwtVerify(jwt, jwtKey, { algorithms: ['HS256'] });
    if (payload.sub !== request.query.uid) throw new Error('another user');
  } catch {
    return response.sendStatus(401);
  }
  next();
}
