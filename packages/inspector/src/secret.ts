import type { Signal } from '@preact/signals';
import { confidential } from './confidential.ts';

/** The server secret as typed; both tabs use the same. */
export const secret: Signal<string> = confidential('');

/** Whether its characters are shown. */
export const secretIsShown: Signal<boolean> = confidential(false);
