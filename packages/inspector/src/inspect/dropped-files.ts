import { batch } from '@preact/signals';
import { bounded, MAX_TOKENS } from '../bounded-input.ts';
import { clearings } from '../confidential.ts';
import { tab } from '../tab.ts';
import { pasted } from './questions.ts';

/** Of one file so many bytes are read: no character of UTF-8 has more than four. */
const MAX_BYTES = 4 * MAX_TOKENS;

addEventListener('dragover', (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  document.documentElement.toggleAttribute('data-dragging', true);
});
for (const end of ['dragleave', 'drop', 'dragend'] as const) {
  addEventListener(end, () => document.documentElement.toggleAttribute('data-dragging', false));
}
addEventListener('drop', async (event) => {
  if (!hasFiles(event)) return;
  // Or the browser would leave the page for the file.
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  const clearing = clearings.peek();
  const texts = await Promise.all(files.map((file) => file.slice(0, MAX_BYTES).text()));
  if (clearing !== clearings.peek()) return;
  batch(() => {
    pasted.value = bounded(texts.join('\n'), MAX_TOKENS);
    tab.value = 'inspect';
  });
});

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
