import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { texts } from '../locale.ts';
import { announce } from './live.tsx';

interface CopyButtonProps {
  label: string;
  text: () => string;
  class?: string;
  disabled?: boolean;
  /** Called if the clipboard may not be written. */
  onFailure?: () => void;
}

/** How long the button shows the result, in milliseconds. */
const RESULT_TIME = 3000;

export function CopyButton({
  label,
  text,
  onFailure,
  ...attributes
}: CopyButtonProps): JSX.Element {
  const { copied: words } = texts.value;
  const [result, setResult] = useState<'done' | 'failed' | undefined>(undefined);

  const copy = async (): Promise<void> => {
    const outcome = await write(text()).then(
      () => 'done' as const,
      () => 'failed' as const,
    );
    if (outcome === 'failed') onFailure?.();
    setResult(outcome);
    announce(words[outcome]);
    setTimeout(() => setResult(undefined), RESULT_TIME);
  };

  return (
    <button type="button" {...attributes} onClick={copy}>
      {result === undefined ? label : words[result]}
    </button>
  );
}

/** Asynchronous, so that it rejects, and does not throw, if the browser has no clipboard for this page. */
async function write(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
