import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Token04Mode } from '@token04/core/web';
import { parseAppId } from '../app-id.ts';
import { confidential } from '../confidential.ts';
import { secret } from '../secret.ts';

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

/** What a token is made of: the fields that count for its kind, as values. */
export interface Order {
  readonly kind: Kind;
  readonly mode: Token04Mode;
  readonly serverSecret: string;
  /** NaN if it is no app ID. */
  readonly appId: number;
  readonly userId: string;
  /** NaN if it is no whole number. Whether a number is too large or too small, the library says. */
  readonly effectiveTimeInSeconds: number;
  readonly roomId: string;
  readonly login: boolean;
  readonly publish: boolean;
  /** null for any stream. */
  readonly streamIds: readonly string[] | null;
  readonly userName: string;
}

/** The draft as it is now. What its kind does not use is blank, so that it cannot outdate a token. */
export const order: ReadonlySignal<Order> = computed(() => {
  const kind = draft.kind.value;
  const isForRoom = kind === 'room';
  const publish = isForRoom && draft.publish.value;
  return {
    kind,
    mode: draft.mode.value,
    serverSecret: secret.value,
    appId: parseAppId(draft.appId.value) ?? Number.NaN,
    userId: draft.userId.value,
    effectiveTimeInSeconds: readLifetime(),
    roomId: kind === 'basic' ? '' : draft.roomId.value,
    login: isForRoom && draft.login.value,
    publish,
    streamIds: publish ? readStreamIds() : null,
    userName: kind === 'kit' ? draft.userName.value : '',
  };
});

function readLifetime(): number {
  const digits = draft.lifetime.value.trim();
  return /^\d{1,12}$/.test(digits) ? Number(digits) * SECONDS[draft.unit.value] : Number.NaN;
}

function readStreamIds(): readonly string[] | null {
  const streamIds = draft.streamIds.value
    .split('\n')
    .map((streamId) => streamId.trim())
    .filter((streamId) => streamId !== '');
  return streamIds.length === 0 ? null : streamIds;
}
