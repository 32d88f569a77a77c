import { type Dialect, type Input, loadCases, type Mode } from '@token04/fixtures';
import { dialects } from '../dialects/index.ts';
import { type Case, must } from './case.ts';
import type { Description } from './description.ts';
import { generateCase, type Outcome } from './generate-case.ts';
import { MAX_PLAINTEXT_BYTES } from './limits.ts';
import { type Controls, choose, type Order } from './made-token.ts';
import { subsets } from './subsets.ts';
import { chosenIv, ORDINARY } from './tokens.ts';

/** All inputs of the fixtures, with the testee's own clock and random source, and then with ours. */
export function* generateCases(description: Description): Generator<Case> {
  const { generate, dialect, controls } = description;
  for (const mode of generate) {
    for (const { id, input } of loadCases().cases) {
      const head = must(`generate/${mode}/${id}`, 'specification 4');
      yield generateCase(head, { mode, input, dialect, controls: {} });
    }
    yield* sizeCases(mode, description);
  }
  if (controls.length === 0) return;
  for (const mode of generate) {
    for (const { id, input, clockMs, seed } of loadCases().cases) {
      const ctime = Math.floor(clockMs / 1000);
      const chosen = choose(controls, { ctime, nonce: seed | 0, iv: chosenIv(mode, seed) });
      const head = must(`controlled/${mode}/${id}`, 'protocol 3');
      yield generateCase(head, { mode, input, dialect, controls: chosen });
    }
    yield* controlCases(mode, description);
  }
}

/** The ends of each control, and each subset of them. */
function* controlCases(mode: Mode, { dialect, controls }: Description): Generator<Case> {
  const withControls = (name: string, wanted: Controls): Case[] => {
    const chosen = choose(controls, wanted);
    if (Object.keys(chosen).length < Object.keys(wanted).length) return [];
    const head = must(`controlled/${mode}/${name}`, 'protocol 3');
    return [generateCase(head, { mode, input: ORDINARY, dialect, controls: chosen })];
  };
  for (const nonce of [0, -1, 0x7fff_ffff, -0x8000_0000]) {
    yield* withControls(`nonce/${nonce}`, { nonce });
  }
  for (const ctime of [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 2 ** 32, 2 ** 52]) {
    yield* withControls(`ctime/${ctime}`, { ctime });
  }
  yield* expireCases(mode, { dialect, controls });
  const zeros = '00'.repeat(chosenIv(mode, 0).length / 2);
  yield* withControls('iv/zeros', { iv: zeros });
  yield* withControls('iv/ones', { iv: zeros.replaceAll('0', 'f') });
  yield* withControls('iv/with-a-nul', { iv: `81820084${zeros.slice(8).replaceAll('0', '8')}` });
  const values = { ctime: 1_600_000_000, nonce: -123_456_789, iv: chosenIv(mode, 9) };
  for (const names of subsets(['ctime', 'nonce', 'iv'] as const)) {
    if (names.length === 0) continue;
    const chosen = Object.fromEntries(names.map((name) => [name, values[name]]));
    yield* withControls(`subset/${names.join('-and-')}`, chosen);
  }
}

/** The largest expire that every reader holds, and the next. */
function* expireCases(
  mode: Mode,
  { dialect, controls }: Pick<Description, 'dialect' | 'controls'>,
): Generator<Case> {
  const half = 2 ** 52;
  const chosen = choose(controls, { ctime: half });
  if (chosen.ctime === undefined) return;
  const order = (effectiveTimeInSeconds: number): Order => {
    const input = { ...ORDINARY, effectiveTimeInSeconds };
    return { mode, input, dialect, controls: chosen };
  };
  const largest = must(`controlled/${mode}/expire/largest`, 'specification 4');
  yield generateCase(largest, order(half - 1));
  const next = must(`controlled/${mode}/expire/2-to-53-refused`, 'specification 4');
  yield generateCase(next, order(half), 'reject');
}

/** Around the lengths at which 15 and 16 bits end, in characters of one byte and of more. */
function* sizeCases(mode: Mode, { dialect, controls }: Description): Generator<Case> {
  const withPayload = (payload: string): Input => ({ ...ORDINARY, payload });
  const sized = (name: string, payload: string): Case => {
    const input = withPayload(payload);
    const outcome = outcomeForSize(input, dialect);
    const suffix = outcome === 'reject' ? '-refused' : '';
    const head = must(`generate/${mode}/size/${name}${suffix}`, 'specification 4');
    return generateCase(head, { mode, input, dialect, controls: {} }, outcome);
  };
  for (const length of [32_500, 33_000, 65_000, 65_520, 65_536, 70_000, 131_072]) {
    yield sized(`payload-of-${length}`, 'x'.repeat(length));
  }
  // As many bytes as two of the above, in fewer characters.
  for (const length of [16_000, 21_700, 22_000, 40_000]) {
    yield sized(`payload-of-${length}-of-three-bytes`, '\u4e2d'.repeat(length));
  }
  for (const length of [16_000, 16_500, 30_000]) {
    yield sized(`payload-of-${length}-of-four-bytes`, '\u{1f600}'.repeat(length));
  }
  yield sized('payload-of-33000-escaped', '"'.repeat(33_000));

  const chosen = choose(controls, {
    ctime: 1_700_000_000,
    nonce: 2_000_000_000,
    iv: chosenIv(mode, 1),
  });
  if (dialect === null || chosen.ctime === undefined || chosen.nonce === undefined) return;
  const { ctime, nonce } = chosen;
  const room = MAX_PLAINTEXT_BYTES - plaintextBytes(withPayload(''), dialect, ctime, nonce);
  const largest = must(`controlled/${mode}/size/largest-plaintext`, 'specification 1');
  const order = { mode, dialect, controls: chosen };
  yield generateCase(largest, { ...order, input: withPayload('x'.repeat(room)) });
  const larger = must(`controlled/${mode}/size/a-byte-more-refused`, 'specification 1');
  yield generateCase(larger, { ...order, input: withPayload('x'.repeat(room + 1)) }, 'reject');
}

/** How long a nonce is cannot be known before; without a dialect, nor how the testee escapes. */
function outcomeForSize(input: Input, dialect: Dialect | null): Outcome {
  const ctime = 1_700_000_000;
  const least = plaintextBytes(input, dialect ?? 'node', ctime, 0);
  if (least > MAX_PLAINTEXT_BYTES) return 'reject';
  const most = plaintextBytes(input, 'php', ctime, -0x8000_0000);
  return dialect === null && most > MAX_PLAINTEXT_BYTES ? 'either' : 'accept';
}

function plaintextBytes(input: Input, dialect: Dialect, ctime: number, nonce: number): number {
  const { appId, userId, effectiveTimeInSeconds, payload } = input;
  const expire = ctime + effectiveTimeInSeconds;
  return Buffer.byteLength(dialects[dialect]({ appId, userId, ctime, expire, nonce, payload }));
}
