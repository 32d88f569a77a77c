import { type Signal, signal } from '@preact/signals';
import type { JSX } from 'preact';
import { judged } from '../judging.ts';
import type { Block } from './report.ts';
import { reportOfPage } from './report-of-page.ts';

/** The report is in the page only while it is printed. */
const isPrinting: Signal<boolean> = signal(false);

addEventListener('beforeprint', () => {
  isPrinting.value = true;
});
addEventListener('afterprint', () => {
  isPrinting.value = false;
});

/** Prints, once the report is in the page: `print` fires its event too late for that. */
export function printReport(): void {
  isPrinting.value = true;
  requestAnimationFrame(() => print());
}

/** What is printed in place of the page, which is laid out for a screen. */
export function PrintedReport(): JSX.Element | null {
  if (!isPrinting.value || judged.value.length === 0) return null;
  return (
    <article id="printed">
      {reportOfPage(judged.value).map((block, index) => (
        <PrintedBlock key={index} block={block} />
      ))}
    </article>
  );
}

function PrintedBlock({ block }: { block: Block }): JSX.Element {
  switch (block.kind) {
    case 'title':
      return <h1>{block.text}</h1>;
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'text':
      return <p>{block.text}</p>;
    case 'facts':
      return (
        <dl class="facts">
          {block.facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'findings':
      return (
        <ol>
          {block.findings.map(({ severity, title, sentences, codes }, index) => (
            <li key={index}>
              <strong>
                {severity}: {title}
              </strong>
              {sentences.map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {codes !== '' && <p>{codes}</p>}
            </li>
          ))}
        </ol>
      );
  }
}
