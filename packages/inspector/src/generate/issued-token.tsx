import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { texts } from '../locale.ts';
import { Field, UNRECORDED } from '../ui/field.tsx';
import { announce } from '../ui/live.tsx';

interface IssuedTokenProps {
  token: string | undefined;
  onInspect: (token: string) => void;
}

/** The token that was made, to be copied or inspected. */
export function IssuedToken({ token, onInspect }: IssuedTokenProps): JSX.Element {
  const { generate: words } = texts.value;
  const output = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | undefined>(undefined);

  const copy = async (text: string): Promise<void> => {
    const result = await navigator.clipboard.writeText(text).then(
      () => 'copied' as const,
      () => 'copyFailed' as const,
    );
    if (result === 'copyFailed') output.current?.select();
    setCopied(result);
    announce(words[result]);
    setTimeout(() => setCopied(undefined), 3000);
  };

  return (
    <div class="card form issued">
      <Field
        label={words.token}
        control={(props) => (
          <textarea
            {...props}
            {...UNRECORDED}
            ref={output}
            rows={8}
            readOnly
            value={token ?? ''}
            placeholder={words.tokenEmpty}
          />
        )}
      />
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={token === undefined}
          onClick={() => token !== undefined && copy(token)}
        >
          {words[copied ?? 'copy']}
        </button>
        <button
          type="button"
          disabled={token === undefined}
          onClick={() => token !== undefined && onInspect(token)}
        >
          {words.inspect}
        </button>
      </div>
    </div>
  );
}
