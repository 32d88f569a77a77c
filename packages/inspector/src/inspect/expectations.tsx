import type { JSX } from 'preact';
import { texts } from '../locale.ts';
import { isWide } from '../media.ts';
import { Choice, SelectField, TextField } from '../ui/field.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import {
  checks,
  expected,
  expectedAppId,
  expectedUserIdIsIllFormed,
  service,
} from './questions.ts';

/** The secret, and what the token should be for. */
export function Expectations(): JSX.Element {
  const { errors, fields, ruleHints, rules, services } = texts.value;
  return (
    <div class="card form">
      <SecretField hint={fields.secretHintInspect} />
      {/* Folded on a narrow screen, so that the results are nearer. */}
      <details class="group" open={isWide.value}>
        <summary>
          <h2>{fields.expectations}</h2>
        </summary>
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
      </details>
    </div>
  );
}
