import type { JSX } from 'preact';
import { texts } from '../../locale.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Checkbox } from '../../ui/field.tsx';
import type { Judged } from '../judging.ts';
import { printReport } from './printed-report.tsx';
import { toMarkdown } from './report.ts';
import { reportOfPage, reportsIds } from './report-of-page.ts';

/** Copies or prints what was found, for somebody who is to help. */
export function ReportActions({ judged }: { judged: readonly Judged[] }): JSX.Element {
  const { report: words } = texts.value;
  return (
    <fieldset class="report-actions" aria-label={words.title}>
      <CopyButton label={words.copy} text={() => toMarkdown(reportOfPage(judged))} />
      <button type="button" onClick={printReport}>
        {words.print}
      </button>
      <Checkbox label={words.ids} value={reportsIds} />
      <p class="hint">{words.hint}</p>
    </fieldset>
  );
}
