import { type KitToken, parseKitToken } from '@token04/core/web';
import type { JSX } from 'preact';
import { texts } from '../locale.ts';
import { BoundedText } from '../ui/bounded-text.tsx';
import { Section } from '../ui/section.tsx';

/** What a kit token has beside the token; nothing for a text that is no kit token. */
export function KitParts({ text }: { text: string }): JSX.Element | null {
  const kit = readKitToken(text.trim());
  if (kit === undefined) return null;
  const { fields, kit: words } = texts.value;
  return (
    <Section title={words.title} detail={words.detail}>
      <dl class="facts">
        {(['appId', 'userId', 'roomId', 'userName'] as const).map((name) => (
          <div key={name}>
            <dt>{fields[name]}</dt>
            <dd>
              <code data-kit={name}>
                <BoundedText text={String(kit[name])} />
              </code>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function readKitToken(text: string): KitToken | undefined {
  try {
    return parseKitToken(text);
  } catch {
    return undefined;
  }
}
