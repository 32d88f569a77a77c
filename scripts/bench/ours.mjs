// What is timed in this process: the package on node:crypto and on WebCrypto, the plain way, and the
// bare calls.
import { createIssuer, createVerifier, decodeToken04, generateToken04 } from '@token04/core';
import {
  createIssuer as createWebIssuer,
  createVerifier as createWebVerifier,
} from '@token04/core/web';
import { bareGcmIssuer, bareReader } from './bare.mjs';
import { timeRound } from './clock.mjs';
import { plainCodec } from './plain.mjs';

/** Tokens to read, so that no reader sees the same one twice in a row. */
const TOKENS = 64;

/** @returns contenders: a name, and `round()`, which gives ns per token */
export function contendersHere({ appId, serverSecret, mode, request }) {
  const issuer = createIssuer({ appId, serverSecret, mode });
  const webIssuer = createWebIssuer({ appId, serverSecret, mode });
  const verifier = createVerifier({ serverSecret });
  const webVerifier = createWebVerifier({ serverSecret });
  const plain = plainCodec(serverSecret);
  const bareRead = bareReader(serverSecret, mode);
  const plainRequest = { appId, mode, ...request };
  const { userId, effectiveTimeInSeconds, payload } = request;

  const tokens = issuer.issueMany(Array(TOKENS).fill(request));
  let index = 0;
  const next = () => tokens[index++ % TOKENS];
  const many = (count) => {
    const requests = Array(count).fill(request);
    return { round: () => timeRound(() => issuer.issueMany(requests), count) };
  };
  const one = (call) => ({ round: () => timeRound(call) });

  return {
    issue: one(() => issuer.issue(request)),
    'issueMany(10)': many(10),
    'issueMany(1,000)': many(1000),
    // It has no mode to choose.
    ...(mode === 'cbc' && {
      generateToken04: one(() =>
        generateToken04(appId, userId, serverSecret, effectiveTimeInSeconds, payload),
      ),
    }),
    'issue, plain createCipheriv': one(() => plain.issue(plainRequest)),
    ...(mode === 'gcm' && {
      'issue, bare calls': one(bareGcmIssuer({ appId, serverSecret, request })),
    }),
    'issue, WebCrypto': one(() => webIssuer.issue(request)),
    verify: one(() => verifier.verify(next())),
    decodeToken04: one(() => decodeToken04(next(), serverSecret)),
    'read, plain createDecipheriv': one(() => plain.read(next())),
    'read, bare calls': one(() => bareRead(next())),
    'verify, WebCrypto': one(() => webVerifier.verify(next())),
  };
}
