import type { JSX } from 'preact';
import { cutOff, MAX_TOKENS } from '../bounded-input.ts';
import { locale, texts } from '../locale.ts';
import { formatNumber } from '../texts/number.ts';
import { TextField } from '../ui/field.tsx';
import { judged } from './judging.ts';
import { pasted } from './questions.ts';
import { SampleChips } from './samples/chips.tsx';
import { sampleInUse } from './samples/sample-in-use.ts';

/** Where the token is pasted. */
export function TokenCard(): JSX.Element {
  const { fields } = texts.value;
  const cut = cutOff.value;
  const number = (value: number): string => formatNumber(value, locale.value);
  return (
    <div class="card form token-card">
      <TextField
        label={fields.token}
        hint={fields.tokenHint}
        error={cut && fields.cutOff(number(cut.taken), number(cut.of))}
        value={pasted}
        rows={5}
        maxLength={MAX_TOKENS}
      />
      {sampleInUse.value !== undefined && judged.value.length > 0 && <SampleChips />}
    </div>
  );
}
