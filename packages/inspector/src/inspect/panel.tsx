import type { JSX } from 'preact';
import { texts } from '../locale.ts';
import { Claims } from './claims.tsx';
import { Comparison } from './comparison.tsx';
import { Decisions } from './decisions.tsx';
import { diagnosis } from './diagnosis.ts';
import { Findings } from './findings.tsx';
import { FrameFigure } from './frame-figure.tsx';
import { KitParts } from './kit-parts.tsx';
import { QuestionForm } from './question-form.tsx';
import { Verdict } from './verdict.tsx';

export function InspectPanel(): JSX.Element {
  const { empty } = texts.value;
  const known = diagnosis.value;
  return (
    <div class="columns">
      <QuestionForm />
      <div class="results">
        {known === undefined ? (
          <div class="empty">
            <p class="empty-title">{empty.title}</p>
            <p>{empty.detail}</p>
          </div>
        ) : (
          <>
            <Verdict diagnosis={known} />
            <Findings findings={known.findings} />
            {known.decoded && (
              <>
                <Claims decoded={known.decoded} />
                <Decisions payload={known.decoded.claims.payload} />
              </>
            )}
            <KitParts />
            {known.token !== undefined && known.inspected && (
              <FrameFigure token={known.token} inspected={known.inspected} />
            )}
          </>
        )}
        <Comparison />
      </div>
    </div>
  );
}
