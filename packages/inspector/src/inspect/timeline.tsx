import { RENEWAL_LEAD_IN_SECONDS } from '@token04/core/format';
import type { Diagnosis } from '@token04/doctor';
import type { JSX } from 'preact';
import { now } from '../clock.ts';
import { locale, texts } from '../locale.ts';
import { formatDuration, formatTime } from '../texts/time.ts';
import { Section } from '../ui/section.tsx';

type Moment = 'made' | 'now' | 'renew' | 'end';

/** When the token was made, what time it is, when to renew it and when it ends; shows a wrong clock. */
export function Timeline({
  diagnosis: { decoded, inspected },
}: {
  diagnosis: Diagnosis;
}): JSX.Element | null {
  const { timeline: words } = texts.value;
  const expire = decoded?.claims.expire ?? inspected?.expire;
  if (expire === undefined) return null;
  const made = decoded?.claims.ctime;
  const moments: readonly (readonly [Moment, number])[] = [
    ...(made === undefined ? [] : [['made', made] as const]),
    ['now', now.value],
    ['renew', expire - RENEWAL_LEAD_IN_SECONDS],
    ['end', expire],
  ];
  const seconds = moments.map(([, second]) => second);
  const first = Math.min(...seconds);
  const span = Math.max(1, Math.max(...seconds) - first);
  /** In percent of the width. */
  const place = (second: number): number => (100 * (second - first)) / span;
  const isAhead = made !== undefined && made > now.value;
  const start = place(made ?? now.value);
  const end = place(expire);
  const inOrder = [...moments].sort(([, one], [, other]) => one - other);
  return (
    <Section title={words.title} detail={isAhead ? words.ahead : undefined}>
      <div class="timeline" data-ahead={isAhead} aria-hidden="true">
        <span
          class="life"
          style={{ left: `${Math.min(start, end)}%`, width: `${Math.abs(end - start)}%` }}
        />
        {isAhead && (
          <span
            class="skew"
            style={{ left: `${place(now.value)}%`, width: `${start - place(now.value)}%` }}
          />
        )}
        {moments.map(([moment, second]) => (
          <span key={moment} class={`moment ${moment}`} style={{ left: `${place(second)}%` }} />
        ))}
      </div>
      <ol class="moments">
        {inOrder.map(([moment, second]) => (
          <li key={moment} data-moment={moment}>
            <span class={`dot ${moment}`} aria-hidden="true" />
            <strong>{words.moments[moment]}</strong>
            <time>{formatTime(second, locale.value, texts.value)}</time>
            <span class="detail">{moment === 'now' ? words.thisMachine : distance(second)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function distance(second: number): string {
  const { timeline: words } = texts.value;
  const left = second - now.value;
  const duration = formatDuration(Math.abs(left), locale.value);
  return left > 0 ? words.inFuture(duration) : words.ago(duration);
}
