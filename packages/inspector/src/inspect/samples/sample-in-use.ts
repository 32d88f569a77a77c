import { batch, effect, type Signal } from '@preact/signals';
import { clearings, confidential } from '../../confidential.ts';
import { secret } from '../../secret.ts';
import { checks, expected, pasted, service } from '../questions.ts';
import { makeSample, type Sample, type SampleName } from './samples.ts';

/** The sample that fills the form. */
export const sampleInUse: Signal<(Sample & { readonly name: SampleName }) | undefined> =
  confidential<(Sample & { readonly name: SampleName }) | undefined>(undefined);

/** The sample that replaces what was typed in, if the user agrees. */
export const sampleAskedFor: Signal<SampleName | undefined> = confidential<SampleName | undefined>(
  undefined,
);

/** Every field that a sample fills in, but for the token. */
const FIELDS: { readonly [name in Exclude<keyof Sample, 'token'>]: Signal<string> } = {
  secret,
  ...expected,
};
const NAMES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** Shows a sample, or asks first if something that the user typed in would be lost. */
export async function offerSample(name: SampleName): Promise<void> {
  if (hasOwnInput()) sampleAskedFor.value = name;
  else await showSample(name);
}

export async function showSample(name: SampleName): Promise<void> {
  const clearing = clearings.peek();
  const sample = await makeSample(name);
  if (clearing !== clearings.peek()) return;
  batch(() => {
    sampleAskedFor.value = undefined;
    sampleInUse.value = { ...sample, name };
    pasted.value = sample.token;
    for (const field of NAMES) FIELDS[field].value = sample[field];
    service.value = 'any';
    checks.value = 'both';
  });
}

/** Whether there is anything in the form that no sample put there. */
function hasOwnInput(): boolean {
  const sample = sampleInUse.peek();
  const isOwn = (value: string, sampleValue: string | undefined): boolean =>
    value !== '' && value !== sampleValue;
  return (
    isOwn(pasted.peek(), sample?.token) ||
    NAMES.some((name) => isOwn(FIELDS[name].peek(), sample?.[name]))
  );
}

// A token of the user's own is not compared with the user and the secret of a sample, so these are cleared.
// They stay if the user only changes a part of the sample's token, to see what becomes of it.
effect(() => {
  const token = pasted.value;
  const sample = sampleInUse.peek();
  if (sample === undefined || isVariation(token, sample.token)) return;
  batch(() => {
    sampleInUse.value = undefined;
    for (const name of NAMES) {
      if (FIELDS[name].peek() === sample[name]) FIELDS[name].value = '';
    }
  });
});

/** Whether most of it is still as it was, from the beginning or from the end. */
function isVariation(token: string, original: string): boolean {
  const half = original.length / 2;
  return (
    token !== '' &&
    (token.startsWith(original.slice(0, half)) ||
      token.endsWith(original.slice(-half)) ||
      original.startsWith(token.slice(0, half)))
  );
}
