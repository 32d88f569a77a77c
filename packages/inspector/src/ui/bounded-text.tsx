import type { JSX } from 'preact';
import { texts } from '../locale.ts';
import { visible } from '../texts/visible.ts';

/** What is shown of a long text. */
const SHOWN = 4000;

/** Foreign text: nothing in it is invisible, its direction stays its own, its length is bounded. */
export function BoundedText({ text }: { text: string }): JSX.Element {
  const rest = text.length - SHOWN;
  return (
    <>
      <bdi>{visible(text.slice(0, SHOWN))}</bdi>
      {rest > 0 && <span class="more"> {texts.value.claims.more(rest)}</span>}
    </>
  );
}
