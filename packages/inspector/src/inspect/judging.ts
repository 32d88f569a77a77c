import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { RENEWAL_LEAD_IN_SECONDS, ZIM_MAX_SECONDS_LEFT } from '@token04/core/format';
import { type DiagnoseOptions, type Diagnosis, diagnose, splitTokens } from '@token04/doctor';
import { now, tick } from '../clock.ts';
import { confidential } from '../confidential.ts';
import { hasSecret, secret } from '../secret.ts';
import {
  checks,
  expected,
  expectedAppId,
  expectedUserIdIsIllFormed,
  pasted,
  service,
} from './questions.ts';

/** One of the tokens that were pasted, or what was pasted in place of one, and what is known of it. */
export interface Judged {
  readonly text: string;
  readonly diagnosis: Diagnosis;
  /** The second at which it was judged. */
  readonly at: number;
}

/** The pause in typing after which the input is judged, in milliseconds. */
const TYPING_PAUSE = 150;
/** The longest work in one go, in milliseconds; then the browser may draw, and react to the user. */
const LONGEST_WORK = 50;
/** In seconds. The doctor calls it a wrong clock if a token is made further in the future than this. */
const CLOCK_SKEW = 60;

export const judged: Signal<readonly Judged[]> = confidential<readonly Judged[]>([]);

/** How many have not been judged yet. */
export const waiting: Signal<number> = confidential(0);

/** Counts how often the tokens had to be judged again only because time went on. */
const turns = signal(0);

/** The seconds at which a verdict may change. */
const turningPoints: ReadonlySignal<readonly number[]> = computed(() =>
  judged.value.flatMap(({ diagnosis: { decoded, inspected } }) => {
    const expire = decoded?.claims.expire ?? inspected?.expire;
    const ctime = decoded?.claims.ctime;
    return [
      ...(expire === undefined
        ? []
        : [expire, expire - RENEWAL_LEAD_IN_SECONDS + 1, expire - ZIM_MAX_SECONDS_LEFT]),
      ...(ctime === undefined ? [] : [ctime - CLOCK_SKEW]),
    ];
  }),
);

effect(() => {
  const second = now.value;
  const at = judged.peek()[0]?.at ?? second;
  if (turningPoints.peek().some((point) => at < point && point <= second)) {
    turns.value = turns.peek() + 1;
  }
});

effect(() => {
  const input = pasted.value;
  const options = readOptions();
  turns.value;
  if (input.trim() === '') {
    judged.value = [];
    waiting.value = 0;
    return;
  }
  let isSuperseded = false;
  const timer = setTimeout(() => judge(input, options, () => isSuperseded), TYPING_PAUSE);
  return () => {
    isSuperseded = true;
    clearTimeout(timer);
  };
});

async function judge(
  input: string,
  options: DiagnoseOptions,
  isSuperseded: () => boolean,
): Promise<void> {
  tick();
  const at = now.peek();
  const pieces = splitTokens(input);
  const done: Judged[] = [];
  let resumedAt = performance.now();
  for (const text of pieces) {
    const diagnosis = await diagnose(text, { ...options, now: at });
    if (isSuperseded()) return;
    done.push({ text, diagnosis, at });
    if (performance.now() - resumedAt < LONGEST_WORK || done.length === pieces.length) continue;
    // The results of the earlier input stay in the page until there are new ones.
    judged.value = [...done];
    waiting.value = pieces.length - done.length;
    await new Promise((resume) => setTimeout(resume));
    if (isSuperseded()) return;
    resumedAt = performance.now();
  }
  judged.value = done;
  waiting.value = 0;
}

function readOptions(): DiagnoseOptions {
  const options: DiagnoseOptions = { checks: checks.value };
  if (service.value !== 'any') options.service = service.value;
  if (hasSecret.value) options.serverSecret = secret.value;
  const appId = expectedAppId.value;
  if (appId !== undefined && !Number.isNaN(appId)) options.appId = appId;
  if (!expectedUserIdIsIllFormed.value && expected.userId.value !== '') {
    options.userId = expected.userId.value;
  }
  for (const name of ['roomId', 'streamId'] as const) {
    const { value } = expected[name];
    if (value !== '') options[name] = value;
  }
  return options;
}
