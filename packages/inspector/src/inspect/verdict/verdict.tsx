import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { now } from '../../clock.ts';
import { locale, texts } from '../../locale.ts';
import { hasSecret } from '../../secret.ts';
import { formatDuration, formatTime } from '../../texts/time.ts';
import { visible } from '../../texts/visible.ts';
import { announce } from '../../ui/live.tsx';
import type { Judged } from '../judging.ts';
import { permissionsOf } from '../permissions.ts';
import { headlineOf } from './headline.ts';

interface VerdictProps {
  judged: Judged;
  /** Where it is one of several, its row has the verdict for programs. */
  isOneOfSeveral?: boolean;
}

/** Good or not, why, and for how long. Stays in sight however far the page is scrolled. */
export function Verdict({ judged, isOneOfSeveral = false }: VerdictProps): JSX.Element {
  const { verdict: words, kinds, frame } = texts.value;
  const { diagnosis } = judged;
  const { headline, reason, tone } = headlineOf(judged, hasSecret.value, texts.value, locale.value);
  const count = words.findings(diagnosis.findings.length);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    announce(`${headline}. ${count}.`);
    // The card sticks to the edges of the window, but not beyond its column, which may be out of sight.
    card.current?.scrollIntoView({ block: 'nearest' });
  }, [headline, count]);
  return (
    <section
      ref={card}
      class="card verdict"
      data-tone={tone}
      aria-label={words.title}
      {...(isOneOfSeveral ? {} : verdictAttributes(judged))}
    >
      <div>
        <h2 class="headline">{visible(headline)}</h2>
        {reason !== undefined && <p class="reason">{reason}</p>}
        <Times judged={judged} />
      </div>
      <p class="tags">
        {(diagnosis.kind === 'token04' || diagnosis.kind === 'kit-token') && (
          <span>{kinds[diagnosis.kind]}</span>
        )}
        {diagnosis.inspected && <span>{frame.modes[diagnosis.inspected.mode]}</span>}
      </p>
    </section>
  );
}

/** The verdict for programs that read the page. */
export function verdictAttributes({ diagnosis }: Judged): { [name: string]: string } {
  const permissions = permissionsOf(diagnosis);
  return {
    'data-verdict': diagnosis.verdict,
    ...(permissions && {
      'data-login': permissions.login ? 'yes' : 'no',
      'data-publish': permissions.publish ? 'yes' : 'no',
    }),
  };
}

function Times({ judged: { diagnosis } }: { judged: Judged }): JSX.Element | null {
  const { verdict: words } = texts.value;
  const expire = diagnosis.decoded?.claims.expire ?? diagnosis.inspected?.expire;
  if (expire === undefined) return null;
  const left = expire - now.value;
  const time = formatTime(expire, locale.value, texts.value);
  const duration = formatDuration(Math.abs(left), locale.value);
  return (
    <p class="countdown" data-ended={left <= 0}>
      <span role="timer" aria-live="off">
        <span class="count">{duration}</span>
        {left > 0 ? words.left : words.ago}
      </span>
      <span class="detail">{left > 0 ? words.until(time) : words.ended(time)}</span>
      {!hasSecret.value && diagnosis.decoded === undefined && (
        <span class="detail unproved">{words.unproved}</span>
      )}
    </p>
  );
}
