import { effect, type Signal } from '@preact/signals';
import { confidential } from '../../confidential.ts';
import { pasted } from '../questions.ts';

/** The token that is open, by its place among those that were pasted. */
export const opened: Signal<number | undefined> = confidential<number | undefined>(undefined);

/** The tokens that are compared: two at most. */
export const compared: Signal<readonly number[]> = confidential<readonly number[]>([]);

/** A third token takes the place of the one that was chosen first. */
export function compare(index: number, isChosen: boolean): void {
  const others = compared.value.filter((each) => each !== index);
  compared.value = isChosen ? [...others.slice(-1), index] : others;
}

// After another paste the same places would be those of other tokens.
effect(() => {
  pasted.value;
  opened.value = undefined;
  compared.value = [];
});
