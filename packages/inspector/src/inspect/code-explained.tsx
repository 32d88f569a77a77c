import { explainCode } from '@token04/doctor';
import type { JSX } from 'preact';
import { locale, texts } from '../locale.ts';
import { Section } from '../ui/section.tsx';

/** What a code means that was typed in where a token is asked for. */
export function CodeExplained({ code }: { code: string }): JSX.Element | null {
  const explanation = explainCode(code, locale.value);
  if (explanation === undefined) return null;
  const { causes, nextSteps, sdks } = explanation;
  const { code: words } = texts.value;
  return (
    <Section title={words.title} detail={sdks.join(words.separator)}>
      <div class="code-explained" data-code={code}>
        {causes.length > 0 && (
          <>
            <h3>{words.causes}</h3>
            <ol class="causes">
              {causes.map((cause) => (
                <li key={cause}>{cause}</li>
              ))}
            </ol>
          </>
        )}
        {nextSteps.map((step) => (
          <p key={step} class="next-step">
            {step}
          </p>
        ))}
        <p class="detail">{words.more}</p>
      </div>
    </Section>
  );
}
