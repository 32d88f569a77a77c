import { computed, type ReadonlySignal, type Signal } from '@preact/signals';
import { confidential } from './confidential.ts';

/** The server secret as typed; both tabs use the same. */
export const secret: Signal<string> = confidential('');

/** Whether there is a secret, and a browser that lends its cryptography to use it. */
export const hasSecret: ReadonlySignal<boolean> = computed(
  () => secret.value !== '' && isSecureContext,
);

/** Whether the characters of the secret are shown. */
export const secretIsShown: Signal<boolean> = confidential(false);
