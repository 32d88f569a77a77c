import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  title: string;
  detail?: string | undefined;
  /** Beside the title. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

export function Section({ title, detail, aside, children }: SectionProps): JSX.Element {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {detail !== undefined && <p class="detail">{detail}</p>}
        {aside}
      </header>
      {children}
    </section>
  );
}
