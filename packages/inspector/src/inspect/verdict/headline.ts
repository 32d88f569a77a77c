import { explain, explainCode, type FindingId, type Locale, sdkOfCode } from '@token04/doctor';
import type { Texts } from '../../texts/en.ts';
import { reasonOf } from '../../texts/reasons.ts';
import type { Judged } from '../judging.ts';
import { permissionsOf } from '../permissions.ts';

/** The first line about a token, and a second that says why. */
export interface Headline {
  readonly headline: string;
  readonly reason: string | undefined;
  /** `doubt` if the token allows less than one may expect. */
  readonly tone: 'good' | 'bad' | 'doubt';
}

/** Findings about what is around a token: the page takes it off, an SDK does not. */
const AROUND: ReadonlySet<FindingId> = new Set<FindingId>(['quotes', 'bearer', 'text-around']);

export function headlineOf(
  { text, diagnosis }: Judged,
  hasSecret: boolean,
  { verdict: words }: Texts,
  locale: Locale,
): Headline {
  const { verdict, kind, inspected, findings } = diagnosis;
  const code = codeIn(text);
  if (code !== undefined) {
    const { meaning } = explainCode(code, locale) ?? {};
    return { headline: codeHeadline(code, locale), reason: meaning, tone: 'doubt' };
  }

  const around = findings.some(({ id }) => AROUND.has(id)) ? words.refusedAround : undefined;
  const permissions = permissionsOf(diagnosis);
  const { denied } = permissions ?? {};
  const worst = findings[0];
  // If nothing is decided about a room, there are no two permissions to name.
  if (permissions && (permissions.login || permissions.publish || denied)) {
    const isBad = !permissions.login && !permissions.publish;
    return {
      headline: words.permissions(permissions.login, permissions.publish),
      reason: denied ? reasonOf(denied[1], denied[0], locale) : around,
      tone: verdict === 'bad' || isBad ? 'bad' : denied || around ? 'doubt' : 'good',
    };
  }
  if (verdict === 'bad' && worst) {
    const isToken = kind === 'token04' || kind === 'kit-token' || inspected !== undefined;
    const { title } = explain(worst, locale);
    const cause = locale === 'en' ? midSentence(title) : title;
    return {
      headline: (isToken ? words.bad : words.noToken)(cause),
      reason: undefined,
      tone: 'bad',
    };
  }
  if (verdict === 'good') {
    return { headline: words.good, reason: around, tone: around ? 'doubt' : 'good' };
  }
  return {
    headline: words.unknown,
    reason: hasSecret ? undefined : words.unknownDetail,
    tone: 'doubt',
  };
}

/** What was typed in, if it is a code of an SDK's in place of a token. */
export function codeIn(text: string): string | undefined {
  const code = text.trim();
  return code.length < 40 && explainCode(code) !== undefined ? code : undefined;
}

function codeHeadline(code: string, locale: Locale): string {
  const { sdks = [] } = explainCode(code, locale) ?? {};
  return `${code} · ${sdkOfCode(Number(code), locale) || sdks.join(', ')}`;
}

/** An English sentence for the place after a colon; an abbreviation keeps its capital letters. */
function midSentence(title: string): string {
  return title.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase());
}
