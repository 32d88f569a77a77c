// What `npm start` shows: a room token, made, looked at and verified, and then how this project's
// tokens compare with those of ZEGO's official generators.
import { generateToken04, inspectToken04, roomPayload, verifyToken04 } from '@token04/core';
import { checkFixtures, compatibilityMatrix } from '@token04/parity';

// The example of ZEGO's public documentation, secret included: it protects nothing. A real server
// secret never leaves the server.
const appId = 1;
const userId = 'demo';
const serverSecret = 'fa94dd0f974cf2e293728a526b028271';

const payload = roomPayload({ roomId: 'demo', login: true, publish: false });
const token = generateToken04(appId, userId, serverSecret, 3600, payload);

console.log(`
A token that lets user "${userId}" of app ${appId} log in to the room "demo" for an hour, but not
publish. Its secret is the example of ZEGO's public documentation, ${serverSecret}:

${token}

What anyone can read from it, without the secret (inspectToken04):`);
console.log(inspectToken04(token));

console.log('\nWhat the server reads from it once it holds (verifyToken04):');
console.log(verifyToken04(token, { serverSecret, appId, userId }));

console.log(`
The test vectors, which ZEGO's official generators made: those with a token that this project
decodes, re-serialises and seals again, byte for byte, and those on whose rejection both agree:
`);
const checks = checkFixtures();
console.log(compatibilityMatrix(checks));

const checked = checks.reduce((sum, check) => sum + check.checked, 0);
const failures = checks.flatMap(({ language, mode, failed }) =>
  failed.map(({ id, step, message }) => `${language} ${mode} ${id}: ${step}: ${message}`),
);
for (const failure of failures) console.log(failure);
console.log(`\n${checked - failures.length} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 ? 0 : 1;
