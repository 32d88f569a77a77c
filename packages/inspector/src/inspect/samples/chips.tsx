import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../locale.ts';
import { offerSample, sampleAskedFor, sampleInUse, showSample } from './sample-in-use.ts';
import { SAMPLES } from './samples.ts';

/** The samples, and the question before one replaces what was typed in. */
export function SampleChips(): JSX.Element {
  const { samples: words } = texts.value;
  return (
    <div class="samples">
      <p id="samples-title">{words.title}</p>
      <ul class="chips" aria-labelledby="samples-title">
        {SAMPLES.map((name) => (
          <li key={name}>
            <button
              type="button"
              disabled={!isSecureContext}
              aria-pressed={sampleInUse.value?.name === name}
              onClick={() => offerSample(name)}
            >
              {words.names[name]}
            </button>
          </li>
        ))}
      </ul>
      {sampleAskedFor.value !== undefined && <Question />}
    </div>
  );
}

function Question(): JSX.Element {
  const { samples: words } = texts.value;
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  const name = sampleAskedFor.value;
  return (
    <div class="question" role="alertdialog" aria-labelledby="samples-question">
      <p id="samples-question">{words.question}</p>
      <div class="actions">
        <button
          ref={yes}
          type="button"
          class="primary"
          onClick={() => name !== undefined && showSample(name)}
        >
          {words.replace}
        </button>
        <button
          type="button"
          onClick={() => {
            sampleAskedFor.value = undefined;
          }}
        >
          {words.keep}
        </button>
      </div>
    </div>
  );
}
