import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';

interface SectionProps {
  title: string;
  detail?: string;
  children: ComponentChildren;
}

export function Section({ title, detail, children }: SectionProps): JSX.Element {
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {detail !== undefined && <p class="detail">{detail}</p>}
      </header>
      {children}
    </section>
  );
}
