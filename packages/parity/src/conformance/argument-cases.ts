import type { Input, Mode } from '@token04/fixtures';
import { type Case, type Fields, must, single } from './case.ts';
import type { Description } from './description.ts';
import { either, refusal } from './expectation.ts';
import { FALSY } from './falsy.ts';
import { generateCase, type Outcome } from './generate-case.ts';
import { MAX_PORTABLE_TTL, MAX_PORTABLE_USER_ID } from './limits.ts';
import { made, type Order, requestFields } from './made-token.ts';
import { ORDINARY } from './tokens.ts';

const SECRET = ORDINARY.secret;

/** Inputs as other languages' callers would have them, and numbers beyond what a type holds. */
export function* argumentCases(description: Description): Generator<Case> {
  for (const mode of description.generate) {
    const { dialect } = description;
    const order = (changes: Partial<Input>): Order => ({
      mode,
      dialect,
      controls: {},
      input: { ...ORDINARY, ...changes },
    });
    const judged = (name: string, changes: Partial<Input>, outcome?: Outcome): Case =>
      generateCase(must(`generate/${mode}/${name}`, 'specification 4'), order(changes), outcome);

    for (const [name, changes] of Object.entries(GOOD)) yield judged(`argument/${name}`, changes);
    for (const [index, text] of FALSY.entries()) {
      yield judged(`falsy/user-${index}`, { userId: text });
      yield judged(`falsy/payload-${index}`, { payload: text });
    }
    for (const [name, changes] of Object.entries(BAD)) {
      const fields = { ...requestFields(order({})), ...changes };
      const head = must(`generate/${mode}/argument/${name}-refused`, 'specification 4');
      yield single(head, { op: 'generate', fields }, refusal);
    }
    for (const ttl of [1, 2, MAX_PORTABLE_TTL - 1, MAX_PORTABLE_TTL]) {
      yield judged(`argument/ttl-${ttl}`, { effectiveTimeInSeconds: ttl });
    }
    yield judged(
      `argument/ttl-${MAX_PORTABLE_TTL + 1}`,
      { effectiveTimeInSeconds: MAX_PORTABLE_TTL + 1 },
      'either',
    );
    // Beyond ten years, which some take for a timestamp; whoever makes it must not wrap.
    for (const ttl of [2 ** 31 - 1, 2 ** 31, 2 ** 31 + 3600, 2 ** 32, 2 ** 32 + 3600, 2 ** 40]) {
      yield judged(`argument/ttl-${ttl}`, { effectiveTimeInSeconds: ttl }, 'either');
    }
    yield* surrogateCases(mode, order);
    yield* unknownFieldCases(mode, order({}));
  }
}

const units = (unit: string, count: number): string => unit.repeat(count);

const GOOD: { readonly [name: string]: Partial<Input> } = {
  'user-undefined': { userId: 'undefined' },
  'user-null': { userId: 'null' },
  'user-None': { userId: 'None' },
  'user-nil': { userId: 'nil' },
  'user-NaN': { userId: 'NaN' },
  'user-0': { userId: '0' },
  'user-false': { userId: 'false' },
  'user-1e3': { userId: '1e3' },
  'user-grouped-digits': { userId: '1,234,567' },
  'user-with-nul': { userId: 'de\0mo' },
  'user-with-nul-at-the-end': { userId: 'demo\0' },
  'user-a-blank': { userId: ' ' },
  'user-with-blanks-around': { userId: ' demo ' },
  'user-with-line-end': { userId: 'demo\n' },
  'user-of-64-units': { userId: units('\u4e2d', MAX_PORTABLE_USER_ID) },
  'user-of-32-emoji': { userId: units('\u{1f600}', MAX_PORTABLE_USER_ID / 2) },
  'user-arabic': { userId: '\u0645\u062d\u0645\u062f' },
  'user-decomposed': { userId: 'e\u0301' },
  'user-compatible': { userId: '\ufb01\u2126' },
  'user-with-replacement': { userId: '\ufffd' },
  'user-with-byte-order-mark': { userId: '\ufeffdemo' },
  'user-of-noncharacters': { userId: '\ufdd0\ufffe\uffff\u{1fffe}\u{10ffff}' },
  'payload-of-noncharacters': { payload: '\ufdd0\ufffe\uffff\u{1fffe}\u{10ffff}' },
  'secret-of-noncharacters': { secret: `\uffff\u{10ffff}${SECRET.slice(7)}` },
  'payload-null': { payload: 'null' },
  'payload-undefined': { payload: 'undefined' },
  'payload-None': { payload: 'None' },
  'payload-object': { payload: '{}' },
  'payload-blank': { payload: ' ' },
  'payload-with-nul': { payload: 'a\0b' },
  'app-of-7-digits': { appId: 1_234_567 },
  'app-beyond-float32': { appId: 16_777_217 },
  'app-beyond-int32': { appId: 0x8000_0001 },
  'secret-with-nul': { secret: `${SECRET.slice(0, 15)}\0${SECRET.slice(16)}` },
  'secret-ends-with-nul': { secret: `${SECRET.slice(0, 31)}\0` },
  'secret-starts-with-nul': { secret: `\0${SECRET.slice(1)}` },
  'secret-with-blanks-around': { secret: ` ${SECRET.slice(0, 30)} ` },
  'secret-of-capitals': { secret: SECRET.toUpperCase() },
  'secret-of-quotes': { secret: `"${SECRET.slice(0, 30)}"` },
};

/** Numbers that no double holds are bigints. */
const BAD: { readonly [name: string]: Fields } = {
  'app-minus-one': { appId: -1 },
  'app-smallest-int32': { appId: -(2 ** 31) },
  'app-2-to-32': { appId: 2 ** 32 },
  'app-2-to-32-and-1': { appId: 2 ** 32 + 1 },
  'app-2-to-53': { appId: 2 ** 53 },
  'app-2-to-63-and-1': { appId: 2n ** 63n + 1n },
  'app-2-to-64': { appId: 2n ** 64n },
  'app-2-to-64-and-1': { appId: 2n ** 64n + 1n },
  'app-minus-2-to-64-and-1': { appId: 1n - 2n ** 64n },
  'ttl-minus-one': { effectiveTimeInSeconds: -1 },
  // From any second since 2023 on, it ends after 2 to 53.
  'ttl-that-ends-beyond-2-to-53': { effectiveTimeInSeconds: 2 ** 53 - 1_700_000_000 },
  'ttl-2-to-53': { effectiveTimeInSeconds: 2 ** 53 },
  'ttl-largest-int64': { effectiveTimeInSeconds: 2n ** 63n - 1n },
  'ttl-2-to-63': { effectiveTimeInSeconds: 2n ** 63n },
  'ttl-2-to-64-and-an-hour': { effectiveTimeInSeconds: 2n ** 64n + 3600n },
  'ttl-smallest-int64': { effectiveTimeInSeconds: -(2n ** 63n) },
  'ttl-minus-2-to-64-and-an-hour': { effectiveTimeInSeconds: 3600n - 2n ** 64n },
  'mode-in-capitals': { mode: 'CBC' },
  'mode-unknown': { mode: 'ctr' },
  'mode-empty': { mode: '' },
  'secret-with-line-end': { serverSecret: `${SECRET}\n` },
  'secret-with-blank': { serverSecret: `${SECRET} ` },
  'secret-of-31': { serverSecret: SECRET.slice(1) },
  'secret-of-31-and-a-blank-around': { serverSecret: ` ${SECRET.slice(1)} ` },
  'secret-in-quotes': { serverSecret: `"${SECRET}"` },
  'secret-of-64-hex-digits': { serverSecret: SECRET + SECRET },
  'secret-in-base64': { serverSecret: Buffer.from(SECRET).toString('base64') },
  'secret-of-16-characters': { serverSecret: SECRET.slice(16) },
  'secret-of-32-characters-of-two-bytes': { serverSecret: units('\u00e9', 32) },
  'secret-of-31-bytes-and-nul': { serverSecret: `${SECRET}\0` },
  'secret-of-11-characters-of-three-bytes': { serverSecret: units('\u4e2d', 11) },
};

/** Half a pair is no text; a language whose strings cannot hold it reads U+FFFD in its place. */
function* surrogateCases(mode: Mode, order: (changes: Partial<Input>) => Order): Generator<Case> {
  for (const [name, half] of Object.entries({ high: '\ud83d', low: '\ude00' })) {
    for (const field of ['userId', 'payload'] as const) {
      const text = `a${half}b`;
      const replaced = order({ [field]: 'a\ufffdb' });
      const inPlace = made(replaced, 'a token with U+FFFD in its place');
      const head = {
        id: `generate/${mode}/surrogate/lone-${name}-in-${field}`,
        level: 'MAY',
        section: 'specification 4',
      } as const;
      const fields = requestFields(order({ [field]: text }));
      yield single(head, { op: 'generate', fields }, either(inPlace, refusal));
    }
    const fields = requestFields(order({ secret: `${half}${SECRET.slice(1)}` }));
    const head = must(`generate/${mode}/surrogate/lone-${name}-in-secret`, 'specification 4');
    yield single(head, { op: 'generate', fields }, refusal);
  }
}

/** A field that a testee does not know changes what is asked, so that it must refuse it. */
function* unknownFieldCases(mode: Mode, order: Order): Generator<Case> {
  for (const field of ['version', 'ttl', 'NONCE']) {
    const fields = { ...requestFields(order), [field]: 1 };
    const head = must(`refusal/generate/${mode}/unknown-field-${field}`, 'protocol 1');
    yield single(head, { op: 'generate', fields }, refusal);
  }
}
