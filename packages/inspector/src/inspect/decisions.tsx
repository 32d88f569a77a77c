import { authorizeRoom, type Decision, type RoomChecks } from '@token04/core/web';
import type { JSX } from 'preact';
import { locale, texts } from '../locale.ts';
import { reasonOf } from '../texts/reasons.ts';
import { visible } from '../texts/visible.ts';
import { Section } from '../ui/section.tsx';
import { askedFor } from './permissions.ts';
import { checks } from './questions.ts';

/** May the user log in and publish, under each of the rules that an app can have? */
export function Decisions({ payload }: { payload: string }): JSX.Element {
  const { decisions: words, rules } = texts.value;
  const { roomId, streamId } = askedFor(payload);
  const detail = words.detail(visible(roomId) || words.any, visible(streamId) || words.any);
  return (
    <Section title={words.title} detail={detail}>
      <table class="decisions">
        <thead>
          <tr>
            <th scope="col">{words.rule}</th>
            <th scope="col">{words.login}</th>
            <th scope="col">{words.publish}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(rules) as RoomChecks[]).map((rule) => {
            const room = authorizeRoom(payload, { roomId, checks: rule });
            return (
              <tr key={rule} data-rule={rule} data-chosen={rule === checks.value}>
                <th scope="row">
                  {rules[rule]}
                  {rule === checks.value && <span class="chosen"> {words.chosen}</span>}
                </th>
                <DecisionCell action="login" decision={room.login} />
                <DecisionCell action="publish" decision={room.publish(streamId)} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

function DecisionCell({
  action,
  decision,
}: {
  action: 'login' | 'publish';
  decision: Decision;
}): JSX.Element {
  const { decisions: words } = texts.value;
  return (
    <td data-action={action} data-allowed={decision.allowed}>
      <strong class="mark">{decision.allowed ? words.yes : words.no}</strong>
      <span class="reason">{reasonOf(decision, action, locale.value)}</span>
    </td>
  );
}
