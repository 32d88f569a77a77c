// The official Node.js sample as a testee (PROTOCOL.md), from the checkout of zego_server_assistant
// that ZEGO_SERVER_ASSISTANT names.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { answerLines } from './answer-lines.mjs';

const checkout = process.env.ZEGO_SERVER_ASSISTANT;
if (!checkout) {
  console.error('ZEGO_SERVER_ASSISTANT must name a checkout of zego_server_assistant');
  process.exit(2);
}
const file = join(checkout, 'token/nodejs/token04/server/zegoServerAssistant.js');
const { generateToken04 } = createRequire(import.meta.url)(file);

// It prints each plaintext, which would be taken for an answer.
console.log = () => {};

const description = {
  protocol: 1,
  name: 'official Node.js sample',
  language: 'JavaScript',
  version: `Node.js ${process.version}`,
  dialect: 'node',
  generate: ['cbc'],
  decode: [],
  verify: [],
  controls: [],
};

function generate({ mode, appId, userId, serverSecret, effectiveTimeInSeconds, payload, ...more }) {
  if (mode !== 'cbc' || Object.keys(more).length > 0) {
    return { unsupported: 'the sample makes CBC tokens, with no choice of clock, nonce and IV' };
  }
  try {
    return {
      ok: { token: generateToken04(appId, userId, serverSecret, effectiveTimeInSeconds, payload) },
    };
  } catch (error) {
    return { error: { code: String(error.errorCode ?? 'Crash'), message: 'refused' } };
  }
}

function answer({ id, op, ...fields }) {
  if (op === 'describe') return { id, ok: description };
  if (op === 'generate') return { id, ...generate(fields) };
  return { id, unsupported: 'the sample makes tokens only' };
}

await answerLines(answer);
