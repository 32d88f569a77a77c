import { explain, type Finding, sdkOfCode } from '@token04/doctor';
import type { JSX } from 'preact';
import { now } from '../clock.ts';
import { locale, texts } from '../locale.ts';
import { visible } from '../texts/visible.ts';
import { Section } from '../ui/section.tsx';
import { later } from './findings-in-time.ts';

interface FindingsProps {
  findings: readonly Finding[];
  /** The second at which they were found. */
  at: number;
}

export function Findings({ findings, at }: FindingsProps): JSX.Element {
  const { findings: words } = texts.value;
  return (
    <Section title={words.title}>
      {findings.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ol class="findings">
          {findings.map((finding, index) => (
            <FindingItem key={`${finding.id} ${index}`} finding={finding} at={at} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function FindingItem({ finding, at }: { finding: Finding; at: number }): JSX.Element {
  const { findings: words } = texts.value;
  const { title, detail, nextStep } = explain(later(finding, now.value - at), locale.value);
  return (
    <li data-finding={finding.id} data-severity={finding.severity}>
      <p class="severity">{words.severities[finding.severity]}</p>
      <div>
        <h3>{visible(title)}</h3>
        {detail !== '' && <p>{visible(detail)}</p>}
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
      </div>
    </li>
  );
}
