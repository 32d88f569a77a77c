import type { JSX } from 'preact';
import { texts } from '../locale.ts';
import { visible } from '../texts/visible.ts';

/** How many characters of a long text are shown. */
const SHOWN = 4000;

interface BoundedTextProps {
  text: string;
  /** Line feeds stay, since the page put them in. */
  keepsLines?: boolean;
}

/** Foreign text: nothing in it is invisible, its direction stays its own, its length is bounded. */
export function BoundedText({ text, keepsLines = false }: BoundedTextProps): JSX.Element {
  const shown = text.slice(0, SHOWN);
  const rest = text.length - SHOWN;
  return (
    <>
      <bdi>{keepsLines ? shown.split('\n').map(visible).join('\n') : visible(shown)}</bdi>
      {rest > 0 && <span class="more"> {texts.value.claims.more(rest)}</span>}
    </>
  );
}
