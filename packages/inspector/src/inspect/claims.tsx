import type { DecodedToken04 } from '@token04/core/web';
import type { ComponentChildren, JSX } from 'preact';
import { locale, texts } from '../locale.ts';
import { formatDuration, formatTime } from '../texts/time.ts';
import { BoundedText } from '../ui/bounded-text.tsx';
import { Section } from '../ui/section.tsx';
import { indentJson } from './indent-json.ts';

/** What the token says. */
export function Claims({ decoded }: { decoded: DecodedToken04 }): JSX.Element {
  const { claims: words } = texts.value;
  const { appId, userId, ctime, expire, nonce, payload } = decoded.claims;
  const time = (seconds: number): string => formatTime(seconds, locale.value, texts.value);
  return (
    <Section title={words.title}>
      <dl class="facts">
        <Fact name="appId" term={words.appId}>
          {appId}
        </Fact>
        <Fact name="userId" term={words.userId}>
          {userId === '' ? <em>{words.empty}</em> : <BoundedText text={userId} />}
        </Fact>
        <Fact name="ctime" term={words.ctime} aside={time(ctime)}>
          {ctime}
        </Fact>
        <Fact name="expire" term={words.expire} aside={time(expire)}>
          {expire}
        </Fact>
        <Fact
          name="lifetime"
          term={words.lifetime}
          aside={expire > ctime ? formatDuration(expire - ctime, locale.value) : undefined}
        >
          {expire - ctime}
        </Fact>
        <Fact name="nonce" term={words.nonce}>
          {nonce}
        </Fact>
      </dl>
      <h3>{words.payload}</h3>
      {payload === '' ? (
        <p>{words.identity}</p>
      ) : (
        <pre data-claim="payload">
          <BoundedText text={indentJson(payload)} keepsLines />
        </pre>
      )}
    </Section>
  );
}

interface FactProps {
  name: string;
  term: string;
  aside?: string | undefined;
  children: ComponentChildren;
}

function Fact({ name, term, aside, children }: FactProps): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <code data-claim={name}>{children}</code>
        {aside !== undefined && <span class="aside">{aside}</span>}
      </dd>
    </div>
  );
}
