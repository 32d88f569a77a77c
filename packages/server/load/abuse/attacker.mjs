// `attacker.mjs PORT KIND CONNECTIONS AT_A_TIME`: so many connections that do one thing, in a process
// of its own, so that it delays nobody who looks at how the server answers others. Ends by itself, and
// says how many connections the server had not closed after 30 s.
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { quick } from './quick.mjs';
import { neverReads, slow } from './slow.mjs';

const LIMIT = 30_000;

const [port, kind, connections, atATime] = process.argv.slice(2);
const attack = { ...quick, ...slow, neverReads }[kind];

let left = Number(connections);
let open = 0;
async function attackOnAndOn() {
  while (left-- > 0) {
    const socket = await connected();
    if (socket === undefined) continue;
    const patience = new AbortController();
    const late = sleep(LIMIT, false, patience).catch(() => true);
    const isOver = await Promise.race([attack(socket).then(() => true), late]);
    patience.abort();
    if (!isOver) open++;
    socket.destroy();
  }
}

/** The system may refuse one, where the server's queue is full. */
function connected() {
  return new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.pause();
    socket.once('connect', () => resolve(socket));
    socket.on('error', () => resolve(undefined));
  });
}

await Promise.all(Array.from({ length: Number(atATime) }, attackOnAndOn));
console.log(JSON.stringify({ open }));
process.exit();
