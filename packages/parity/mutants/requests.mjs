// Random requests that know nothing of the cases. A mutant that answers one of them in another way than
// the original differs observably, whether or not a case catches it.
import { sealToken04 } from '@token04/core/testing';
import { dialects } from '@token04/parity';
import { unsafeSkipN, unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';

const SECRET = 'fa94dd0f974cf2e293728a526b028271';
const NOW = 1_700_000_000;
const TEXTS = [
  '',
  'demo',
  'root',
  'Z\u00fcrich',
  'u'.repeat(64),
  'u'.repeat(65),
  '\u{1f600}',
  'a\0b',
  '<&>/"\\',
];
const SECRETS = [
  SECRET,
  SECRET.replace('1', '2'),
  SECRET.slice(1),
  `${SECRET}0`,
  '\u00e9'.repeat(16),
  '\u00e9'.repeat(32),
  '',
];
const INTEGERS = [
  0,
  1,
  -1,
  2,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  1 - 2 ** 53,
];
const VALUES = [
  '"1"',
  'null',
  'true',
  '1.5',
  '1.0',
  '1e3',
  '[]',
  '{}',
  '""',
  '"\\ud800"',
  '-0',
  '1e300',
  '"x"',
];

/** @returns requests, `{ op, ...fields }`, of which each depends on the seed and its number alone */
export function* requests(seed, count) {
  for (let number = 1; number <= count; number++) {
    const generator = xoroshiro128plus(Math.imul(seed + 1, 0x9e3779b1) ^ number);
    unsafeSkipN(generator, 20);
    const integer = (from, to) => unsafeUniformIntDistribution(from, to, generator);
    yield request({
      integer,
      pick: (list) => list[integer(0, list.length - 1)],
      chance: (of) => integer(1, of) === 1,
    });
  }
}

function request(random) {
  const op = random.pick(['generate', 'decode', 'decode', 'verify', 'verify']);
  if (op === 'generate') return { op, ...generateFields(random) };
  const { token, expire, ctime, userId, appId } = tokenOf(random);
  const serverSecret = random.chance(8) ? random.pick(SECRETS) : SECRET;
  const fields = { op, token, serverSecret };
  if (random.chance(60)) fields.more = 1;
  if (op === 'decode') return fields;
  fields.now = random.pick([
    ctime,
    expire - 1,
    expire,
    expire - 0.5,
    expire + 1,
    expire - 30,
    expire - 29.5,
    NOW,
    0,
  ]);
  if (random.chance(2)) fields.appId = random.chance(4) ? random.pick(INTEGERS) : appId;
  if (random.chance(2)) fields.userId = random.chance(3) ? random.pick(TEXTS) : userId;
  if (random.chance(2))
    fields.modes = random.pick([['cbc'], ['gcm'], ['cbc', 'gcm'], ['gcm', 'cbc'], [], ['ctr']]);
  if (random.chance(3)) fields.clockToleranceInSeconds = random.pick([0, 1, 60, 0.5, -1, 86_400]);
  if (random.chance(3)) fields.service = random.pick(['express', 'zim', 'zim', 'rtc']);
  if (random.chance(5))
    fields.serverSecret = [random.pick(SECRETS), SECRET].slice(0, random.integer(0, 2));
  return fields;
}

function generateFields(random) {
  const mode = random.pick(['cbc', 'gcm']);
  return {
    mode,
    appId: random.chance(4) ? random.pick(INTEGERS) : random.integer(1, 0xffff_ffff),
    userId: random.pick(TEXTS),
    serverSecret: random.chance(6) ? random.pick(SECRETS) : SECRET,
    effectiveTimeInSeconds: random.pick([
      1,
      3600,
      60,
      315_360_000,
      315_360_001,
      0,
      -1,
      2 ** 31,
      2 ** 32,
    ]),
    payload: random.chance(20)
      ? 'x'.repeat(random.pick([65_400, 65_420, 65_425, 65_430, 65_519, 33_000]))
      : random.pick(TEXTS),
    ctime: random.chance(20) ? random.pick(INTEGERS.slice(0, 7)) : NOW + random.integer(0, 1000),
    nonce: random.chance(8)
      ? random.pick(INTEGERS.slice(0, 5))
      : random.integer(-(2 ** 31), 2 ** 31 - 1),
    iv: hex(random, mode === 'cbc' ? 16 : 12),
  };
}

/** Mostly good, and otherwise wrong in one or two places. */
function tokenOf(random) {
  const mode = random.pick(['cbc', 'gcm']);
  const claims = {
    appId: random.chance(8) ? random.pick(INTEGERS.slice(1)) : random.integer(1, 0xffff_ffff),
    userId: random.pick(TEXTS),
    ctime: NOW - random.integer(0, 1000),
    expire: NOW + random.pick([1, 29, 30, 31, 3600, 2_073_600, 2_073_601, -2000]),
    nonce: random.integer(-(2 ** 31), 2 ** 31 - 1),
    payload: random.chance(2) ? '' : random.pick(TEXTS),
  };
  let plaintext = random.pick(Object.values(dialects))(claims);
  if (random.chance(3)) plaintext = alteredText(plaintext, random);
  const expire = random.chance(12) ? random.pick(INTEGERS) : claims.expire;
  const iv = Buffer.from(hex(random, mode === 'cbc' ? 16 : 12), 'hex');
  const key = random.chance(10) ? SECRET.replace('fa', 'fb') : SECRET;
  const parts = { plaintext, expire: BigInt(expire), serverSecret: key, mode, iv };
  let token = sealToken04(parts);
  if (random.chance(4)) token = alteredToken(token, random);
  return { ...claims, token };
}

function alteredText(text, random) {
  const field = random.pick(['app_id', 'user_id', 'nonce', 'ctime', 'expire', 'payload']);
  const member = new RegExp(`"${field}":("(?:[^"\\\\]|\\\\.)*"|[^,}]*)`);
  switch (random.integer(0, 5)) {
    case 0:
      return text.replace(member, `"${field}":${random.pick(VALUES)}`);
    case 1:
      return text.replace(member, `"${field}":${random.pick(INTEGERS)}`);
    case 2:
      return text.replace(member, '"other":1');
    case 3:
      return `${text}${random.pick([' ', '\n', 'x', '\0', '}', ','])}`;
    case 4:
      return text.replace('{', `{"${field}":${random.pick(VALUES)},`);
    default:
      return random.pick(['[]', 'null', '5', '"x"', '{}', '', text.slice(0, -1), `\ufeff${text}`]);
  }
}

function alteredToken(token, random) {
  const body = Buffer.from(token.slice(2), 'base64');
  switch (random.integer(0, 6)) {
    case 0:
      return `0${random.pick(['3', '5', ''])}${token.slice(2)}`;
    case 1:
      return token.slice(0, random.integer(0, token.length));
    case 2:
      return `04${body.subarray(0, random.integer(0, body.length)).toString('base64')}`;
    case 3:
      return `04${Buffer.concat([body, Buffer.of(random.integer(0, 3))]).toString('base64')}`;
    case 4:
      return token.replace(/.$/, random.pick(['=', 'A', '\n', ' ', '-']));
    case 5:
      return `04${Buffer.concat([body.subarray(0, -1), Buffer.of(random.integer(0, 255))]).toString('base64')}`;
    default: {
      const at = random.integer(0, Math.min(body.length, 40) - 1);
      body[at] ^= 1 << random.integer(0, 7);
      return `04${body.toString('base64')}`;
    }
  }
}

function hex(random, length) {
  return Buffer.from(Array.from({ length }, () => random.integer(0, 255))).toString('hex');
}
