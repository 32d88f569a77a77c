import type { JSX } from 'preact';
import { texts } from '../../locale.ts';
import { BoundedText } from '../../ui/bounded-text.tsx';
import { Section } from '../../ui/section.tsx';
import type { Judged } from '../judging.ts';
import { factsOf } from './facts.ts';

interface ComparisonProps {
  one: Judged;
  other: Judged;
  names: readonly [string, string];
}

/** Two tokens, field by field. */
export function Comparison({ one, other, names }: ComparisonProps): JSX.Element {
  const { several: words } = texts.value;
  const others = factsOf(other);
  return (
    <Section title={words.comparison}>
      <table class="comparison">
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <tbody>
          {factsOf(one).map(([name, value], index) => {
            const otherValue = others[index]?.[1];
            const differs = value !== otherValue;
            return (
              <tr key={name} data-differs={differs}>
                <th scope="row">
                  {name} {differs && <span class="differs">{words.differs}</span>}
                </th>
                <Value value={value} />
                <Value value={otherValue} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

function Value({ value }: { value: string | undefined }): JSX.Element {
  const { claims: words } = texts.value;
  if (value === undefined) return <td>–</td>;
  return <td>{value === '' ? <em>{words.empty}</em> : <BoundedText text={value} keepsLines />}</td>;
}
