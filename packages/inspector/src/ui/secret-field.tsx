import type { JSX } from 'preact';
import { MAX_FIELD } from '../bounded-input.ts';
import { texts } from '../locale.ts';
import { secret, secretIsShown } from '../secret.ts';
import { Field, UNRECORDED } from './field.tsx';

// Two objects, since each type of input has attributes of a type of its own.
const AS_TEXT = { type: 'text' } as const;
const AS_PASSWORD = { type: 'password' } as const;

interface SecretFieldProps {
  hint: string;
  error?: string | undefined;
}

/** The server secret, hidden unless it is asked to be shown. */
export function SecretField({ hint, error }: SecretFieldProps): JSX.Element {
  const { fields } = texts.value;
  const toggle = secretIsShown.value ? fields.hide : fields.show;
  return (
    <Field
      label={fields.secret}
      hint={hint}
      error={error}
      aside={
        <button
          type="button"
          class="quiet"
          aria-label={`${toggle}: ${fields.secret}`}
          onClick={() => {
            secretIsShown.value = !secretIsShown.value;
          }}
        >
          {toggle}
        </button>
      }
      control={(props) => (
        <input
          {...props}
          {...UNRECORDED}
          class="code"
          maxLength={MAX_FIELD}
          {...(secretIsShown.value ? AS_TEXT : AS_PASSWORD)}
          value={secret.value}
          onInput={(event) => {
            secret.value = event.currentTarget.value;
          }}
        />
      )}
    />
  );
}
