import type { JSX } from 'preact';
import { locale, texts } from '../../locale.ts';
import { hasSecret } from '../../secret.ts';
import { formatTime } from '../../texts/time.ts';
import { BoundedText } from '../../ui/bounded-text.tsx';
import type { Judged } from '../judging.ts';
import { roomNamedBy } from '../permissions.ts';
import { headlineOf } from '../verdict/headline.ts';
import { verdictAttributes } from '../verdict/verdict.tsx';
import { compare, compared, opened } from './chosen.ts';

export function TokenTable({ all }: { all: readonly Judged[] }): JSX.Element {
  const { several: words, claims, fields } = texts.value;
  return (
    <table class="tokens">
      <thead>
        <tr>
          <th scope="col">{words.token}</th>
          <th scope="col">{words.verdict}</th>
          <th scope="col">{claims.userId}</th>
          <th scope="col">{fields.roomId}</th>
          <th scope="col">{claims.expire}</th>
          <th scope="col">{words.compare}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((judged, index) => (
          <Row key={index} judged={judged} index={index} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ judged, index }: { judged: Judged; index: number }): JSX.Element {
  const { several: words, claims, fields } = texts.value;
  const { decoded, inspected } = judged.diagnosis;
  const { headline, tone } = headlineOf(judged, hasSecret.value, texts.value, locale.value);
  const expire = decoded?.claims.expire ?? inspected?.expire;
  const name = words.nth(index + 1);
  return (
    <tr
      data-row={index}
      data-tone={tone}
      data-opened={opened.value === index}
      {...verdictAttributes(judged)}
    >
      <th scope="row">
        <button
          type="button"
          aria-expanded={opened.value === index}
          onClick={() => {
            opened.value = index;
          }}
        >
          {name}
        </button>
      </th>
      <td class="row-verdict">
        <BoundedText text={headline} />
      </td>
      <td data-label={claims.userId}>
        {decoded ? <BoundedText text={decoded.claims.userId || claims.empty} /> : '–'}
      </td>
      <td data-label={fields.roomId}>
        <BoundedText text={roomNamedBy(judged.diagnosis) ?? '–'} />
      </td>
      <td data-label={claims.expire}>
        {expire === undefined ? '–' : formatTime(expire, locale.value, texts.value)}
      </td>
      <td>
        <label class="checkbox">
          <input
            type="checkbox"
            aria-label={words.compareNth(index + 1)}
            checked={compared.value.includes(index)}
            onChange={(event) => compare(index, event.currentTarget.checked)}
          />
          <span class="only-narrow">{words.compare}</span>
        </label>
      </td>
    </tr>
  );
}
