import type { JSX } from 'preact';
import { texts } from '../locale.ts';
import type { Texts } from '../texts/en.ts';
import { Section } from '../ui/section.tsx';

type Row = keyof Texts['comparison']['rows'];

/** How far ZEGO's own tool goes with each check; this page makes all of them. */
const ASSISTANT: { readonly [row in Row]: 'yes' | 'no' | 'partly' } = {
  frame: 'partly',
  decryption: 'yes',
  fields: 'partly',
  expiry: 'partly',
  bothExpires: 'no',
  appId: 'no',
  userId: 'no',
  products: 'no',
  payload: 'no',
  rules: 'no',
  zim: 'no',
  kit: 'no',
  cause: 'no',
};

export function Comparison(): JSX.Element {
  const { comparison: words } = texts.value;
  return (
    <Section title={words.title} detail={words.detail}>
      <table class="comparison">
        <thead>
          <tr>
            <th scope="col">{words.check}</th>
            <th scope="col">{words.assistant}</th>
            <th scope="col">{words.page}</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(ASSISTANT) as Row[]).map((row) => (
            <tr key={row}>
              <th scope="row">{words.rows[row].check}</th>
              <td data-extent={ASSISTANT[row]}>
                <strong class="mark">{words[ASSISTANT[row]]}</strong>
                <span class="reason">{words.rows[row].assistant}</span>
              </td>
              <td data-extent="yes">
                <strong class="mark">{words.yes}</strong>
                <span class="reason">{words.rows[row].page}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
