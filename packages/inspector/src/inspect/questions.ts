import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RoomChecks } from '@token04/core/web';
import type { Service } from '@token04/doctor';
import { parseAppId } from '../app-id.ts';
import { confidential } from '../confidential.ts';

/** What was pasted to be inspected. */
export const pasted: Signal<string> = confidential('');

/** What the token should be for; a blank field is not compared. */
export const expected: {
  readonly [name in 'appId' | 'userId' | 'roomId' | 'streamId']: Signal<string>;
} = {
  appId: confidential(''),
  userId: confidential(''),
  roomId: confidential(''),
  streamId: confidential(''),
};

export const expectedAppId: ReadonlySignal<number | undefined> = computed(() =>
  parseAppId(expected.appId.value),
);

/** Whether the user ID has half of a surrogate pair, which no token can hold. */
export const expectedUserIdIsIllFormed: ReadonlySignal<boolean> = computed(() =>
  /\p{Surrogate}/u.test(expected.userId.value),
);

/** Which operations ZEGO's console has set to be checked for the app. */
export const checks: Signal<RoomChecks> = signal('both');

/** The product whose rules count; `any` for the rules that all products share. */
export const service: Signal<Service | 'any'> = signal('any');
