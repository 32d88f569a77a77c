import { createIssuer, roomPayload } from '@token04/core/web';
import type { JSX } from 'preact';
import { texts } from '../locale.ts';
import { secret } from '../secret.ts';
import { Choice, SelectField, TextField } from '../ui/field.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import {
  checks,
  expected,
  expectedAppId,
  expectedUserIdIsIllFormed,
  pasted,
  service,
} from './questions.ts';

/** More than any kit token has. Browsers take seconds to lay out a megabyte of lines. */
const MAX_PASTE = 100_000;

/** The token, the secret, and what the token should be for. */
export function QuestionForm(): JSX.Element {
  const { errors, fields, ruleHints, rules, services } = texts.value;
  return (
    <form class="card form" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={fields.token}
        hint={fields.tokenHint}
        value={pasted}
        rows={6}
        maxLength={MAX_PASTE}
      />
      <SecretField hint={fields.secretHintInspect} />
      <fieldset class="group">
        <legend>{fields.expectations}</legend>
        <p class="hint">{fields.expectationsHint}</p>
        <div class="pair">
          <TextField
            label={fields.appId}
            value={expected.appId}
            inputMode="numeric"
            error={Number.isNaN(expectedAppId.value) ? errors.appId : undefined}
          />
          <TextField
            label={fields.userId}
            value={expected.userId}
            error={expectedUserIdIsIllFormed.value ? errors.expectedUserId : undefined}
          />
          <TextField label={fields.roomId} value={expected.roomId} />
          <TextField label={fields.streamId} value={expected.streamId} />
        </div>
        <SelectField label={fields.service} value={service} options={services} />
        <Choice label={fields.rule} value={checks} options={rules} hint={ruleHints[checks.value]} />
      </fieldset>
      <button type="button" disabled={!isSecureContext} onClick={showExample}>
        {fields.example}
      </button>
    </form>
  );
}

/** The secret of the specification's example, which protects nothing. */
const EXAMPLE_SECRET = 'fa94dd0f974cf2e293728a526b028271';

async function showExample(): Promise<void> {
  const issuer = createIssuer({ appId: 1234567890, serverSecret: EXAMPLE_SECRET, mode: 'gcm' });
  const token = await issuer.issue({
    userId: 'demo_1',
    effectiveTimeInSeconds: 3600,
    payload: roomPayload({ roomId: 'lobby', login: true, publish: true, streamIds: ['camera'] }),
  });
  secret.value = EXAMPLE_SECRET;
  pasted.value = token;
  expected.appId.value = '1234567890';
  expected.userId.value = 'demo_1';
  expected.roomId.value = 'lobby';
  expected.streamId.value = 'camera';
}
