import type { JSX } from 'preact';
import { Claims } from './claims.tsx';
import { CodeExplained } from './code-explained.tsx';
import { Decisions } from './decisions.tsx';
import { Findings } from './findings.tsx';
import { Inside } from './frame/inside.tsx';
import type { Judged } from './judging.ts';
import { KitParts } from './kit-parts.tsx';
import { ReportActions } from './report/report-actions.tsx';
import { Timeline } from './timeline.tsx';
import { codeIn } from './verdict/headline.ts';

/** All that is known of a token, beside the verdict. */
export function Known({ judged }: { judged: Judged }): JSX.Element {
  const { text, diagnosis, at } = judged;
  const { decoded, findings } = diagnosis;
  const code = codeIn(text);
  if (code !== undefined) return <CodeExplained code={code} />;
  const body = bodyToDraw(judged);
  return (
    <>
      <Findings findings={findings} at={at} />
      <ReportActions judged={[judged]} />
      <Timeline diagnosis={diagnosis} />
      {decoded && <Claims decoded={decoded} />}
      {decoded && decoded.claims.payload !== '' && <Decisions payload={decoded.claims.payload} />}
      <KitParts text={text} />
      {body && <Inside diagnosis={diagnosis} body={body} />}
    </>
  );
}

/** The bytes where they are in token04's frame, whole or cut. */
function bodyToDraw({ diagnosis: { body, inspected, findings } }: Judged): Uint8Array | undefined {
  const isCut = findings.some(({ id }) => id === 'truncated');
  return inspected || isCut ? body : undefined;
}
