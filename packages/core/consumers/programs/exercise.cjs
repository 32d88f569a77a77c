// What a user does with the package, for any of its two entries: `testing` is the testing entry of
// the same. Plain enough for every bundler, and without imports, so that it runs in a browser too.
const serverSecret = 'fa94dd0f974cf2e293728a526b028271';

module.exports = async function exercise(core, testing) {
  const token = await core.generateToken04(1, 'demo', serverSecret, 3600);
  equal((await core.decodeToken04(token, serverSecret)).claims.userId, 'demo');

  const payload = core.roomPayload({ roomId: 'r', login: true, publish: false });
  equal(core.authorizeRoom(payload, { roomId: 'r' }).publish('s').allowed, false);
  equal(core.parseRoomPayload(payload).login, true);

  const issuer = core.createIssuer({ appId: 1, serverSecret, mode: 'gcm' });
  const issued = await issuer.issue({ userId: 'demo', effectiveTimeInSeconds: 60, payload });
  const verifier = core.createVerifier({ serverSecret, modes: ['gcm'] });
  equal((await verifier.verify(issued)).payload, payload);
  equal((await core.verifyToken04(issued, { serverSecret, appId: 1 })).userId, 'demo');

  const kit = core.createKitToken({
    token,
    appId: 1,
    userId: 'demo',
    roomId: 'r',
    userName: '小明',
  });
  equal(core.parseKitToken(kit).userName, '小明');
  equal(core.renewalDelay(1700003600, { now: 1700000000 }), 3570000);
  equal(core.checkUserId('demo', 'portable'), 'demo');
  equal(core.checkRoomId('r-1', 'portable'), 'r-1');
  equal(core.checkStreamId('s-1', 'portable'), 's-1');
  equal(await core.safeUserId('a@b'), 'u_72ced3e67b2cd3c254e4ea13f5a947');

  const claims = { appId: 1, userId: 'demo', ctime: 0, expire: 60, nonce: -1, payload: '' };
  const iv = new Uint8Array(12);
  const encoded = await testing.encodeToken04({ claims, serverSecret, mode: 'gcm', iv });
  equal(core.inspectToken04(encoded).ivLength, 12);
  const sealed = await testing.sealToken04({
    plaintext: 'not JSON',
    expire: 60,
    serverSecret,
    mode: 'gcm',
    iv,
  });
  const refused = await errorOf(() => core.decodeToken04(sealed, serverSecret));
  equal(refused.code, 'ERR_TOKEN04_DECRYPTION');
  equal(refused instanceof core.Token04Error, true);

  const misused = await errorOf(() => testing.sealToken04({}));
  equal(misused instanceof core.Token04Error, true);
};

async function errorOf(action) {
  try {
    await action();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function equal(actual, expected) {
  if (actual !== expected) throw new Error(`expected ${expected}, got ${actual}`);
}
