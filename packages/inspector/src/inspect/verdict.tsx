import type { Diagnosis } from '@token04/doctor';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { now } from '../clock.ts';
import { locale, texts } from '../locale.ts';
import type { Texts } from '../texts/en.ts';
import { formatDuration, formatTime } from '../texts/time.ts';
import { announce } from '../ui/live.tsx';
import { expire } from './diagnosis.ts';

/** Good or not, and for how long. */
export function Verdict({ diagnosis }: { diagnosis: Diagnosis }): JSX.Element {
  const { verdict: words } = texts.value;
  const headline = headlineOf(diagnosis, texts.value);
  const count = words.findings(diagnosis.findings.length);
  useEffect(() => announce(`${headline}. ${count}.`), [headline, count]);
  return (
    <section class="card verdict" data-verdict={diagnosis.verdict} aria-label={words.title}>
      <Tags diagnosis={diagnosis} />
      <p class="headline">{headline}</p>
      {diagnosis.verdict === 'unknown' && <p>{words.unknownDetail}</p>}
      {expire.value !== undefined && (
        <Countdown expire={expire.value} isProved={diagnosis.decoded !== undefined} />
      )}
    </section>
  );
}

function headlineOf({ verdict, kind, inspected }: Diagnosis, { verdict: words }: Texts): string {
  if (verdict !== 'bad') return words[verdict];
  const isToken = kind === 'token04' || kind === 'kit-token' || inspected !== undefined;
  return isToken ? words.bad : words.noToken;
}

function Tags({ diagnosis: { kind, inspected } }: { diagnosis: Diagnosis }): JSX.Element {
  const { kinds, frame } = texts.value;
  return (
    <p class="tags">
      {(kind === 'token04' || kind === 'kit-token') && <span>{kinds[kind]}</span>}
      {inspected && <span>{frame.modes[inspected.mode]}</span>}
    </p>
  );
}

function Countdown({ expire, isProved }: { expire: number; isProved: boolean }): JSX.Element {
  const { verdict: words } = texts.value;
  const left = expire - now.value;
  const time = formatTime(expire, locale.value, texts.value);
  return (
    <div class="countdown" data-ended={left <= 0}>
      <p role="timer" aria-live="off">
        <span class="count">{formatDuration(Math.abs(left), texts.value)}</span>{' '}
        {left > 0 ? words.left : words.ago}
      </p>
      <p class="detail">{left > 0 ? words.until(time) : words.ended(time)}</p>
      {!isProved && <p class="detail">{words.unproved}</p>}
    </div>
  );
}
