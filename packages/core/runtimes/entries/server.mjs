// The endpoint over HTTP, not bundled: its dependencies are found from where it was built.
import { createConnection } from 'node:net';
import { assert } from 'chai';
import { createTokenHandler, serve } from '../../../server/dist/node.mjs';
import { decodeToken04 } from '../../dist/index.mjs';
import { reportCases } from '../src/report-cases.mjs';

const SECRET = 'fa94dd0f974cf2e293728a526b028271';
/** In milliseconds: longer than whatever is waited for here may take. */
const PATIENCE = 10_000;
const MAX_BODY_BYTES = 4096;

const handler = createTokenHandler({
  appId: 1,
  serverSecret: SECRET,
  identify: () => ({ userId: 'demo' }),
  grant: ({ userId }, { roomId }) => ({
    userId,
    effectiveTimeInSeconds: 60,
    room: { roomId: roomId ?? 'none' },
  }),
});
const server = await serve(handler, { port: 0 });

/** A wish of exactly so many bytes, which nobody understands without the last of them. */
const wishOf = (roomId, bytes) => JSON.stringify({ roomId }).padStart(bytes);

const HEAD = 'POST /token HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n';
const plain = (body) => `${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`;
const chunked = (body, bytes) => {
  const chunks = body.match(new RegExp(`.{1,${bytes}}`, 'g')) ?? [];
  const lines = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`);
  return `${HEAD}Transfer-Encoding: chunked\r\n\r\n${lines.join('')}0\r\n\r\n`;
};

/** The rooms of the tokens that answer what is sent, or the statuses of what is no token. */
async function answersTo(text, count) {
  const socket = createConnection(Number(new URL(server.url).port), '127.0.0.1');
  let came = '';
  const late = setTimeout(() => socket.destroy(new Error(`it took over ${PATIENCE} ms`)), PATIENCE);
  try {
    return await new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('close', () => reject(new Error(`closed after ${came.length} characters`)));
      socket.on('data', (chunk) => {
        came += chunk;
        const answers = came.match(/HTTP\/1\.1 \d+.*?\r\n\r\n\{.*?\}/gs) ?? [];
        if (answers.length === count) resolve(answers.map(read));
      });
      socket.write(text);
    });
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}

function read(answer) {
  const { token } = JSON.parse(answer.slice(answer.indexOf('{')));
  if (token === undefined) return Number(answer.slice(9, 12));
  return JSON.parse(decodeToken04(token, SECRET).claims.payload).room_id;
}

const SIZES = [30, 900, 1000, 1024, 1100, 2048, 4000, MAX_BODY_BYTES];
const cases = {
  async 'a body of any length is read as a whole'() {
    for (const bytes of SIZES) {
      assert.deepEqual(await answersTo(plain(wishOf('r', bytes)), 1), ['r'], `${bytes} bytes`);
    }
  },
  async 'a body in chunks of any length is read as a whole'() {
    for (const bytes of SIZES) {
      // With the line of each chunk it may take 12 kB.
      for (const length of bytes > 2048 ? [8, 1000] : [1, 8, 1000]) {
        const answers = await answersTo(chunked(wishOf('r', bytes), length), 1);
        assert.deepEqual(answers, ['r'], `${bytes} bytes in chunks of ${length}`);
      }
    }
  },
  async 'requests that are sent at once get each the answer to its own body'() {
    const rooms = Array.from({ length: 20 }, (_, i) => `room${i}`);
    const text = rooms.map((room, i) => plain(wishOf(room, 30 + i * 200))).join('');
    assert.deepEqual(await answersTo(text, rooms.length), rooms);
  },
  async 'a body that is too long is refused'() {
    assert.deepEqual(await answersTo(plain(wishOf('r', MAX_BODY_BYTES + 1)), 1), [413]);
  },
  async 'fetch gets a token'() {
    const response = await fetch(`${server.url}/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: wishOf('r', 3000),
    });
    assert.equal(response.status, 200);
    const { token, userId } = await response.json();
    assert.equal(userId, 'demo');
    assert.equal(decodeToken04(token, SECRET).claims.userId, 'demo');
  },
};

await reportCases(Object.entries(cases).map(([name, run]) => ({ name, run })));
await server.stop();
