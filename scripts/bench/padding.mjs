// Whether the time of a refusal tells why a CBC token was refused: a bad padding, or a good one
// around bytes that are no JSON. Compares decodeToken04 with the plain way, in which OpenSSL checks
// the padding and throws. Prints medians of one run; nothing is asserted (`npm run bench:padding`).
import { createDecipheriv, createHash } from 'node:crypto';
import { decodeToken04 } from '@token04/core';
import { sealToken04 } from '@token04/core/testing';
import { Bench } from 'tinybench';
import { median } from './medians.mjs';

const SERVER_SECRET = 'fa94dd0f974cf2e293728a526b028271';
const TOKENS = 512;
const BLOCKS = 12;
const ROUNDS = 7;

/** Pseudo-random, so that every run times the same tokens. */
const bytes = (label, length) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(length / 32) }, (_, i) =>
      createHash('sha256').update(`${label} ${i}`).digest(),
    ),
  ).subarray(0, length);

const goodPadding = Array.from({ length: TOKENS }, (_, i) =>
  sealToken04({
    plaintext: new Uint8Array(bytes(`plaintext ${i}`, BLOCKS * 16 - 1)),
    expire: 1_700_003_600,
    serverSecret: SERVER_SECRET,
    mode: 'cbc',
    iv: new Uint8Array(bytes(`iv ${i}`, 16)),
  }),
);
// One bit of the last block but one turns the padding byte 01 into 81.
const badPadding = goodPadding.map((token) => {
  const body = Buffer.from(token.slice(2), 'base64');
  body[body.length - 17] ^= 0x80;
  return `04${body.toString('base64')}`;
});

const ways = {
  decodeToken04: (token) => decodeToken04(token, SERVER_SECRET),
  'the plain way': (token) => {
    const body = Buffer.from(token.slice(2), 'base64');
    const decipher = createDecipheriv('aes-256-cbc', SERVER_SECRET, body.subarray(10, 26));
    const plaintext = Buffer.concat([decipher.update(body.subarray(28)), decipher.final()]);
    return JSON.parse(plaintext.toString());
  },
};

for (const [name, way] of Object.entries(ways)) {
  const medians = { good: [], bad: [] };
  const refuse = (tokens) => {
    let i = 0;
    return () => {
      try {
        way(tokens[i++ % TOKENS]);
      } catch {
        return;
      }
      throw new Error('a token was read that must not be');
    };
  };
  // Short rounds that alternate, so that a change in the machine's speed meets both alike.
  for (let round = 0; round < ROUNDS; round++) {
    const bench = new Bench({ time: 250, warmupTime: 50, throws: true });
    bench.add('good', refuse(goodPadding)).add('bad', refuse(badPadding));
    for (const task of await bench.run()) {
      medians[task.name].push(task.result.latency.p50 * 1e6);
    }
  }
  const [good, bad] = [median(medians.good), median(medians.bad)];
  console.log(
    `${name}: padding good, no JSON ${good.toFixed(0)} ns; padding bad ${bad.toFixed(0)} ns; ` +
      `ratio ${(bad / good).toFixed(3)}`,
  );
}
