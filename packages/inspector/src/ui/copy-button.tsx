import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { texts } from '../locale.ts';
import { announce } from './live.tsx';

interface CopyButtonProps {
  label: string;
  text: () => string;
  class?: string;
  disabled?: boolean;
  /** Where the clipboard may not be written. */
  onFailure?: () => void;
}

/** For so long, in milliseconds, it says what came of it. */
const ANSWER = 3000;

export function CopyButton({
  label,
  text,
  onFailure,
  ...attributes
}: CopyButtonProps): JSX.Element {
  const { copied: words } = texts.value;
  const [answer, setAnswer] = useState<'done' | 'failed' | undefined>(undefined);

  const copy = async (): Promise<void> => {
    const result = await write(text()).then(
      () => 'done' as const,
      () => 'failed' as const,
    );
    if (result === 'failed') onFailure?.();
    setAnswer(result);
    announce(words[result]);
    setTimeout(() => setAnswer(undefined), ANSWER);
  };

  return (
    <button type="button" {...attributes} onClick={copy}>
      {answer === undefined ? label : words[answer]}
    </button>
  );
}

/** Rejects, too, where the browser has no clipboard for this page. */
async function write(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
