import { computed, effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { type DiagnoseOptions, type Diagnosis, diagnose } from '@token04/doctor';
import { now } from '../clock.ts';
import { confidential } from '../confidential.ts';
import { secret } from '../secret.ts';
import {
  checks,
  expected,
  expectedAppId,
  expectedUserIdIsIllFormed,
  pasted,
  service,
} from './questions.ts';

/** The pause in typing after which the input is looked at, in milliseconds. */
const PAUSE = 150;
/** So little time left, in seconds, makes ZIM refuse a login. */
const ENDS_SOON = 30;

/** What is known of the pasted text; undefined where there is none. */
export const diagnosis: Signal<Diagnosis | undefined> = confidential<Diagnosis | undefined>(
  undefined,
);

/** The expire that counts: the one inside where it could be read. */
export const expire: ReadonlySignal<number | undefined> = computed(
  () => diagnosis.value?.decoded?.claims.expire ?? diagnosis.value?.inspected?.expire,
);

/** Changes when the time alone changes the diagnosis. */
const phase = computed(() => {
  const left = (expire.value ?? Number.POSITIVE_INFINITY) - now.value;
  return left <= 0 ? 'ended' : left < ENDS_SOON ? 'ending' : 'going';
});

effect(() => {
  const input = pasted.value;
  const options = readOptions();
  phase.value;
  if (input.trim() === '') {
    diagnosis.value = undefined;
    return;
  }
  let superseded = false;
  const timer = setTimeout(async () => {
    const answer = await diagnose(input, options);
    if (!superseded) diagnosis.value = answer;
  }, PAUSE);
  return () => {
    superseded = true;
    clearTimeout(timer);
  };
});

function readOptions(): DiagnoseOptions {
  const options: DiagnoseOptions = { checks: checks.value };
  // Unless another is chosen, what every product says of the userId is looked at.
  if (service.value !== 'express') options.service = service.value;
  if (secret.value !== '' && isSecureContext) options.serverSecret = secret.value;
  const appId = expectedAppId.value;
  if (appId !== undefined && !Number.isNaN(appId)) options.appId = appId;
  if (!expectedUserIdIsIllFormed.value && expected.userId.value !== '') {
    options.userId = expected.userId.value;
  }
  for (const name of ['roomId', 'streamId'] as const) {
    const { value } = expected[name];
    if (value !== '') options[name] = value;
  }
  return options;
}
