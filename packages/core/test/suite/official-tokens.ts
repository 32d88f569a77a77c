import { assert } from 'chai';
import { hex, type Suite, unhex } from './harness.ts';

export function officialTokenSuite({ core, testing, test, vectorFiles }: Suite): void {
  for (const file of vectorFiles) {
    const name = `${file.dialect}-${file.mode}`;
    test(`${name}: every official token is read, and sealed again byte for byte`, async () => {
      for (const vector of file.vectors) {
        if (vector.result !== 'token') continue;
        const { secret, appId } = vector.input;
        const decoded = await core.decodeToken04(vector.token, secret);
        assert.equal(decoded.plaintext, vector.plaintext, vector.id);
        assert.equal(decoded.mode, vector.mode, vector.id);
        assert.equal(hex(decoded.iv), vector.iv, vector.id);
        const { ctime, expire, nonce } = decoded.claims;
        assert.deepEqual(
          { appId: decoded.claims.appId, ctime, expire, nonce },
          { appId, ctime: vector.ctime, expire: vector.expire, nonce: vector.nonce },
          vector.id,
        );
        for (const field of ['userId', 'payload'] as const) {
          if (vector.differs?.includes(field)) continue;
          assert.equal(decoded.claims[field], vector.input[field], vector.id);
        }
        const again = await testing.sealToken04({
          plaintext: vector.plaintext,
          expire: vector.expire,
          serverSecret: secret,
          mode: vector.mode,
          iv: unhex(vector.iv),
        });
        assert.equal(again, vector.token, vector.id);
        if (file.dialect !== 'node') continue;
        const parts = { serverSecret: secret, mode: vector.mode, iv: unhex(vector.iv) };
        const made = await testing.encodeToken04({ claims: decoded.claims, ...parts });
        assert.equal(made, vector.token, vector.id);
      }
    });
  }
}
