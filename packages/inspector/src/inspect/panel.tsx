import type { JSX } from 'preact';
import { texts } from '../locale.ts';
import { isWide } from '../media.ts';
import { Expectations } from './expectations.tsx';
import { judged } from './judging.ts';
import { Known } from './known.tsx';
import { SampleChips } from './samples/chips.tsx';
import { opened } from './several/chosen.ts';
import { Several } from './several/several.tsx';
import { Summary } from './several/summary.tsx';
import { TokenCard } from './token-card.tsx';
import { Verdict } from './verdict/verdict.tsx';

/**
 * On a wide screen two columns; on a narrow one a single flow, in which the verdict comes right
 * under the token.
 */
export function InspectPanel(): JSX.Element {
  const [first, ...others] = judged.value;
  // The verdict of the one that is open takes the place of the summary.
  const summary = opened.value === undefined && <Summary />;
  const verdict = first && (others.length === 0 ? <Verdict judged={first} /> : summary);
  return (
    <div class="columns inspect">
      <form class="questions" onSubmit={(event) => event.preventDefault()}>
        <TokenCard />
        {!isWide.value && verdict}
        {!isWide.value && !first && <Empty />}
        <Expectations />
      </form>
      <div class="results">
        {isWide.value && verdict}
        {isWide.value && !first && <Empty />}
        {first && others.length === 0 && <Known judged={first} />}
        {others.length > 0 && <Several />}
      </div>
    </div>
  );
}

function Empty(): JSX.Element {
  const { empty } = texts.value;
  return (
    <div class="empty">
      <p class="empty-title">{empty.title}</p>
      <p>{empty.detail}</p>
      <SampleChips />
    </div>
  );
}
