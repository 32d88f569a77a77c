import type { Signal } from '@preact/signals';
import type { ComponentChildren, JSX, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';
import { MAX_FIELD } from '../bounded-input.ts';

/** What every control of {@link Field} needs to be named and described by it. */
interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
}

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Beside the label. */
  aside?: ComponentChildren;
  control: (props: ControlProps) => ComponentChildren;
}

/** A control with its label, a hint, and what is wrong with it. */
export function Field({ label, hint, error, aside, control }: FieldProps): JSX.Element {
  const id = useId();
  const note = error ?? hint;
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{label}</label>
        {aside}
      </div>
      {control({
        id,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {note !== undefined && (
        <p id={`${id}-note`} class={error === undefined ? 'hint' : 'error'}>
          {note}
        </p>
      )}
    </div>
  );
}

/**
 * The browser keeps nothing of these fields: no form data, no session restore. And no spelling
 * checker sees them, since some send what they check to a server.
 */
export const UNRECORDED = {
  autocomplete: 'off',
  autocapitalize: 'off',
  autocorrect: 'off',
  spellcheck: false,
} as const;

interface TextFieldProps extends Pick<FieldProps, 'label' | 'hint' | 'error'> {
  value: Signal<string>;
  inputMode?: 'numeric';
  rows?: number;
  /** Of what is typed or pasted, in UTF-16 units. */
  maxLength?: number;
}

/** A line of text, or so many rows of it. */
export function TextField({
  value,
  inputMode,
  rows,
  maxLength = MAX_FIELD,
  ...field
}: TextFieldProps): JSX.Element {
  const onInput = (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>): void => {
    value.value = event.currentTarget.value;
  };
  return (
    <Field
      {...field}
      control={(props) =>
        rows === undefined ? (
          <input
            {...props}
            {...UNRECORDED}
            type="text"
            inputMode={inputMode}
            maxLength={maxLength}
            value={value.value}
            onInput={onInput}
          />
        ) : (
          <textarea
            {...props}
            {...UNRECORDED}
            rows={rows}
            maxLength={maxLength}
            value={value.value}
            onInput={onInput}
          />
        )
      }
    />
  );
}

interface SelectFieldProps<T extends string> extends Pick<FieldProps, 'label' | 'hint'> {
  value: Signal<T>;
  options: { readonly [option in T]: string };
}

export function SelectField<T extends string>({
  value,
  options,
  ...field
}: SelectFieldProps<T>): JSX.Element {
  return (
    <Field
      {...field}
      control={(props) => (
        <select
          {...props}
          value={value.value}
          onChange={(event) => {
            value.value = event.currentTarget.value as T;
          }}
        >
          {(Object.keys(options) as T[]).map((option) => (
            <option key={option} value={option}>
              {options[option]}
            </option>
          ))}
        </select>
      )}
    />
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: Signal<T>;
  options: { readonly [option in T]: string };
  hint?: string;
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>({
  label,
  value,
  options,
  hint,
}: ChoiceProps<T>): JSX.Element {
  const name = useId();
  return (
    <div
      class="choice"
      role="radiogroup"
      aria-labelledby={name}
      aria-describedby={hint === undefined ? undefined : `${name}-note`}
    >
      <p id={name} class="label">
        {label}
      </p>
      <div class="choice-options">
        {(Object.keys(options) as T[]).map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={value.value === option}
              onChange={() => {
                value.value = option;
              }}
            />
            <span>{options[option]}</span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${name}-note`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
}

export function Checkbox({ label, value }: { label: string; value: Signal<boolean> }): JSX.Element {
  return (
    <label class="checkbox">
      <input
        type="checkbox"
        checked={value.value}
        onChange={(event) => {
          value.value = event.currentTarget.checked;
        }}
      />
      <span>{label}</span>
    </label>
  );
}
