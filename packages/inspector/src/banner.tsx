import type { JSX } from 'preact';
import { clearAll, clearsWhenHidden } from './confidential.ts';
import { texts } from './locale.ts';
import { Checkbox } from './ui/field.tsx';
import { announce } from './ui/live.tsx';

/** What happens to the secret, where it does not belong, and how to clear it. */
export function Banner(): JSX.Element {
  const { privacy } = texts.value;
  return (
    <section class="banner" aria-label={privacy.title}>
      <p>
        <strong>{privacy.promise}</strong> {privacy.detail}{' '}
        <strong class="caution">{privacy.warning}</strong>
      </p>
      <div class="banner-actions">
        <Checkbox label={privacy.clearsWhenHidden} value={clearsWhenHidden} />
        <button
          type="button"
          onClick={() => {
            clearAll();
            announce(privacy.cleared);
          }}
        >
          {privacy.clear}
        </button>
      </div>
    </section>
  );
}
