import { explain, explainCode, type Finding, sdkOfCode } from '@token04/doctor';
import type { JSX } from 'preact';
import { locale, texts } from '../locale.ts';
import { visible } from '../texts/visible.ts';
import { Section } from '../ui/section.tsx';

export function Findings({ findings }: { findings: readonly Finding[] }): JSX.Element {
  const { findings: words } = texts.value;
  return (
    <Section title={words.title}>
      {findings.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ol class="findings">
          {findings.map((finding, index) => (
            <FindingItem key={`${finding.id} ${index}`} finding={finding} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function FindingItem({ finding }: { finding: Finding }): JSX.Element {
  const { findings: words } = texts.value;
  const { title, detail, nextStep } = explain(finding, locale.value);
  return (
    <li data-finding={finding.id} data-severity={finding.severity}>
      <p class="severity">{words.severities[finding.severity]}</p>
      <div>
        <h3>{visible(title)}</h3>
        <p>{visible(detail)}</p>
        <p class="next-step">{visible(nextStep)}</p>
        {finding.clientCodes.length > 0 && (
          <p class="client-codes">
            {words.clientCodes}{' '}
            {finding.clientCodes.map((code) => (
              <span key={code} class="client-code">
                <code>{code}</code> {sdkOfCode(code, locale.value)}
              </span>
            ))}
          </p>
        )}
        {finding.id === 'client-code' && <Code code={Number(finding.values['code'])} />}
      </div>
    </li>
  );
}

/** What a code means that was pasted in place of a token. */
function Code({ code }: { code: number }): JSX.Element | null {
  const explanation = explainCode(code, locale.value);
  if (explanation === undefined) return null;
  const { meaning, causes, nextSteps } = explanation;
  return (
    <div data-code={code}>
      <p>{meaning}</p>
      <ol class="causes">
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ol>
      {nextSteps.map((step) => (
        <p key={step} class="next-step">
          {step}
        </p>
      ))}
    </div>
  );
}
