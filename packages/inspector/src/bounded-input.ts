import type { Signal } from '@preact/signals';
import { confidential } from './confidential.ts';

/** Room for more than three hundred tokens. Browsers take seconds to lay out a megabyte of lines. */
export const MAX_TOKENS = 100_000;
/** More than any other field needs. */
export const MAX_FIELD = 10_000;

/** What did not fit the field into which it was pasted. */
export const cutOff: Signal<{ readonly taken: number; readonly of: number } | undefined> =
  confidential<{ readonly taken: number; readonly of: number } | undefined>(undefined);

/** As much of a text as fits; that the rest was left out is said at the field. */
export function bounded(text: string, limit: number): string {
  cutOff.value = text.length > limit ? { taken: limit, of: text.length } : undefined;
  return text.slice(0, limit);
}

/** Cuts what is pasted to the room in the field, since browsers lay out all of it before they cut it. */
function onInsert(event: Event, text: string | undefined): void {
  const field = event.target;
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (!isField || field.maxLength < 0 || text === undefined) return;
  const { selectionStart, selectionEnd, value, maxLength } = field;
  const start = selectionStart ?? value.length;
  const end = selectionEnd ?? value.length;
  const room = maxLength - (value.length - (end - start));
  cutOff.value = undefined;
  if (text.length <= room) return;
  event.preventDefault();
  field.setRangeText(bounded(text, room), start, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

document.addEventListener('paste', (event) => {
  onInsert(event, event.clipboardData?.getData('text/plain'));
});
document.addEventListener('drop', (event) => {
  onInsert(event, event.dataTransfer?.getData('text/plain'));
});
