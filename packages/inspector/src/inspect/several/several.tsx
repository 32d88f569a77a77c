import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { texts } from '../../locale.ts';
import { type Judged, judged } from '../judging.ts';
import { Known } from '../known.tsx';
import { ReportActions } from '../report/report-actions.tsx';
import { Verdict } from '../verdict/verdict.tsx';
import { compared, opened } from './chosen.ts';
import { Comparison } from './comparison.tsx';
import { TokenTable } from './token-table.tsx';

/** Several tokens of one paste: a row for each, any of which opens; two can be compared. */
export function Several(): JSX.Element {
  const { several: words } = texts.value;
  const all = judged.value;
  const shown = opened.value === undefined ? undefined : all[opened.value];
  const [one, other] = compared.value.map((index) => all[index]);
  return (
    <>
      <TokenTable all={all} />
      <ReportActions judged={all} />
      {one && other && (
        <Comparison
          one={one}
          other={other}
          names={compared.value.map((index) => words.nth(index + 1)) as [string, string]}
        />
      )}
      {shown && <Opened key={opened.value} judged={shown} />}
    </>
  );
}

function Opened({ judged }: { judged: Judged }): JSX.Element {
  const { several: words } = texts.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div class="opened">
      <div class="opened-head">
        <h2 ref={heading} tabIndex={-1}>
          {words.nth((opened.value ?? 0) + 1)}
        </h2>
        <button
          type="button"
          onClick={() => {
            const row = opened.value;
            opened.value = undefined;
            document.querySelector<HTMLElement>(`[data-row="${row}"] button`)?.focus();
          }}
        >
          {words.close}
        </button>
      </div>
      <Verdict judged={judged} isOneOfSeveral />
      <Known judged={judged} />
    </div>
  );
}
