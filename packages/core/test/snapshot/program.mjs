// What is bundled into one file and run by `node --build-snapshot`: uses the package in every way,
// keeps all of it, and, when the snapshot is started, uses it again. Prints the tokens as JSON.
import { startupSnapshot } from 'node:v8';
import { createIssuer, createVerifier, decodeToken04, generateToken04 } from '../../dist/index.mjs';

const serverSecret = 'fa94dd0f974cf2e293728a526b028271';
const request = { userId: 'demo', effectiveTimeInSeconds: 3600 };

const used = ['cbc', 'gcm'].map(pair);
const unused = ['cbc', 'gcm'].map(pair);
const before = tokensOf(used);

startupSnapshot.setDeserializeMainFunction(() => {
  const after = tokensOf([...used, ...unused, ...['cbc', 'gcm'].map(pair)]);
  // Twice, since what is made anew has to stay.
  console.log(JSON.stringify({ before, after: [...after, ...tokensOf(used)] }));
});

function pair(mode) {
  return {
    issuer: createIssuer({ appId: 1, serverSecret, mode }),
    verifier: createVerifier({ serverSecret, modes: [mode] }),
  };
}

/** Each read by every reader. */
function tokensOf(pairs) {
  const tokens = pairs.flatMap(({ issuer, verifier }) => {
    const made = [issuer.issue(request), ...issuer.issueMany(Array(3).fill(request))];
    for (const token of made) verifier.verify(token);
    return made;
  });
  tokens.push(generateToken04(1, 'demo', serverSecret, 3600));
  for (const token of tokens) decodeToken04(token, serverSecret);
  return tokens;
}
