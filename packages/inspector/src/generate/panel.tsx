import type { JSX, TargetedSubmitEvent } from 'preact';
import { MAX_TOKENS } from '../bounded-input.ts';
import { texts } from '../locale.ts';
import { Checkbox, Choice, SelectField, TextField } from '../ui/field.tsx';
import { announce } from '../ui/live.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { draft } from './draft.ts';
import type { FaultyField } from './faults.ts';
import { issue, outcome } from './issue.ts';
import { IssuedToken } from './issued-token.tsx';

export function GeneratePanel(): JSX.Element {
  const result = outcome.value;
  return (
    <div class="columns">
      <DraftForm />
      <div class="results">
        <IssuedToken made={result !== undefined && 'made' in result ? result.made : undefined} />
      </div>
    </div>
  );
}

function DraftForm(): JSX.Element {
  const { errors, fields, generate: words } = texts.value;
  const kind = draft.kind.value;
  const result = outcome.value;
  const faultyFields = result !== undefined && 'faultyFields' in result ? result.faultyFields : [];
  const errorOf = (field: FaultyField): string | undefined =>
    faultyFields.includes(field) ? errors[field] : undefined;

  const onSubmit = async (event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    await issue();
    const made = outcome.value;
    if (made !== undefined) {
      announce('made' in made ? words.done : words.failed(made.faultyFields.length));
    }
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };

  return (
    <form class="card form" onSubmit={onSubmit} noValidate>
      <h2>{words.title}</h2>
      <p class="hint">{words.purpose}</p>
      <Choice
        label={words.kind}
        value={draft.kind}
        options={words.kinds}
        hint={words.kindHints[kind]}
      />
      <div class="pair">
        <TextField
          label={fields.appId}
          value={draft.appId}
          inputMode="numeric"
          error={errorOf('appId')}
        />
        <TextField label={fields.userId} value={draft.userId} error={errorOf('userId')} />
      </div>
      <SecretField hint={fields.secretHint} error={errorOf('serverSecret')} />
      <div class="pair">
        <TextField
          label={words.lifetime}
          value={draft.lifetime}
          inputMode="numeric"
          error={errorOf('effectiveTimeInSeconds')}
        />
        <SelectField label={words.unit} value={draft.unit} options={words.units} />
      </div>
      {kind !== 'basic' && (
        <TextField label={fields.roomId} value={draft.roomId} error={errorOf('roomId')} />
      )}
      {kind === 'room' && (
        <>
          <fieldset class="choice" aria-labelledby="privileges">
            <p id="privileges" class="label">
              {words.privileges}
            </p>
            <div class="checkboxes">
              <Checkbox label={words.login} value={draft.login} />
              <Checkbox label={words.publish} value={draft.publish} />
            </div>
          </fieldset>
          <TextField
            label={words.streamIds}
            hint={words.streamIdsHint}
            value={draft.streamIds}
            maxLength={MAX_TOKENS}
            error={errorOf('streamIds') ?? errorOf('payload')}
            rows={2}
          />
        </>
      )}
      {kind === 'kit' && (
        <TextField
          label={fields.userName}
          hint={fields.userNameHint}
          value={draft.userName}
          error={errorOf('userName')}
        />
      )}
      <Choice
        label={words.mode}
        value={draft.mode}
        options={texts.value.frame.modes}
        hint={words.modeHints[draft.mode.value]}
      />
      <button type="submit" class="primary" disabled={!isSecureContext}>
        {words.submit}
      </button>
    </form>
  );
}
