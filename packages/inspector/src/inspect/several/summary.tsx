import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { texts } from '../../locale.ts';
import { announce } from '../../ui/live.tsx';
import { judged, waiting } from '../judging.ts';

/** How many of several tokens are good; it stands in the place of the verdict. */
export function Summary(): JSX.Element {
  const { several: words, verdict } = texts.value;
  const all = judged.value;
  const count = (verdict: string): number =>
    all.filter(({ diagnosis }) => diagnosis.verdict === verdict).length;
  const [good, bad, unknown] = [count('good'), count('bad'), count('unknown')];
  const summary = words.summary(all.length, good, bad, unknown);
  useEffect(() => announce(summary), [summary]);
  const tone = bad > 0 ? 'bad' : unknown > 0 ? 'doubt' : 'good';
  return (
    <section class="card verdict" data-tone={tone} aria-label={verdict.title}>
      <div>
        <h2 class="headline">{summary}</h2>
        <p class="countdown">{waiting.value > 0 ? words.waiting(waiting.value) : words.detail}</p>
      </div>
    </section>
  );
}
