import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Token04Mode } from '@token04/core/web';
import { parseAppId } from '../app-id.ts';
import { confidential } from '../confidential.ts';

type Kind = 'basic' | 'room' | 'kit';
type Unit = 'seconds' | 'minutes' | 'hours' | 'days';

const SECONDS: { readonly [unit in Unit]: number } = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

/** What the token to be made is to say, as typed. */
export const draft: {
  readonly kind: Signal<Kind>;
  readonly mode: Signal<Token04Mode>;
  readonly unit: Signal<Unit>;
  readonly login: Signal<boolean>;
  readonly publish: Signal<boolean>;
} & {
  readonly [name in
    | 'appId'
    | 'userId'
    | 'lifetime'
    | 'roomId'
    | 'streamIds'
    | 'userName']: Signal<string>;
} = {
  kind: signal('basic'),
  mode: signal('cbc'),
  unit: signal('hours'),
  login: confidential(true),
  publish: confidential(true),
  appId: confidential(''),
  userId: confidential(''),
  lifetime: confidential('1'),
  roomId: confidential(''),
  streamIds: confidential(''),
  userName: confidential(''),
};

/** NaN where it is no number of seconds at all: the library says what is wrong with the others. */
export const lifetimeInSeconds: ReadonlySignal<number> = computed(() => {
  const digits = draft.lifetime.value.trim();
  return /^\d{1,12}$/.test(digits) ? Number(digits) * SECONDS[draft.unit.value] : Number.NaN;
});

export const draftAppId: ReadonlySignal<number> = computed(
  () => parseAppId(draft.appId.value) ?? Number.NaN,
);

/** null for any stream. */
export const draftStreamIds: ReadonlySignal<string[] | null> = computed(() => {
  const streamIds = draft.streamIds.value
    .split('\n')
    .map((streamId) => streamId.trim())
    .filter((streamId) => streamId !== '');
  return streamIds.length === 0 ? null : streamIds;
});
