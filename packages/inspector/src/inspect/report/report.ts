import { explain, explainCode, type Finding, type Locale, sdkOfCode } from '@token04/doctor';
import type { Texts } from '../../texts/en.ts';
import { formatUtc } from '../../texts/time.ts';
import { visible } from '../../texts/visible.ts';
import { later } from '../findings-in-time.ts';
import type { Judged } from '../judging.ts';
import { roomNamedBy } from '../permissions.ts';
import { codeIn, headlineOf } from '../verdict/headline.ts';
import { mask } from './mask.ts';

/** A part of a report, for Markdown and for paper. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | { readonly kind: 'findings'; readonly findings: readonly ReportedFinding[] };

interface ReportedFinding {
  readonly severity: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly codes: string;
}

export interface ReportOptions {
  readonly texts: Texts;
  readonly locale: Locale;
  /** In seconds since 1970. */
  readonly now: number;
  readonly hasSecret: boolean;
  /** Without it the IDs are masked. */
  readonly withIds: boolean;
  readonly product: string;
}

/** A report that can be sent to somebody, since it has no secret, no token and no payload. */
export function reportOf(all: readonly Judged[], options: ReportOptions): Block[] {
  const { report: words, several } = options.texts;
  return [
    { kind: 'title', text: words.title },
    ...all.flatMap((judged, index): Block[] => [
      ...(all.length > 1 ? [{ kind: 'heading', text: several.nth(index + 1) } as const] : []),
      ...blocksOf(judged, options),
    ]),
    { kind: 'text', text: options.withIds ? words.withIds : words.masked },
  ];
}

function blocksOf(judged: Judged, options: ReportOptions): Block[] {
  const { texts, locale, now, hasSecret } = options;
  const { findings } = judged.diagnosis;
  const { headline, reason } = headlineOf(judged, hasSecret, texts, locale);
  const shown = findings.map((each) => masked(later(each, now - judged.at), options));
  const code = codeIn(judged.text);
  return [
    { kind: 'text', text: [headline, reason].filter(Boolean).join(' – ') },
    { kind: 'facts', facts: factsOf(judged, options) },
    ...(shown.length > 0 && code === undefined
      ? [{ kind: 'findings', findings: shown.map((each) => reported(each, options)) } as const]
      : []),
    ...(code === undefined
      ? []
      : [{ kind: 'text', text: explainCode(code, locale)?.nextSteps.join(' ') ?? '' } as const]),
  ];
}

function factsOf(
  { text, diagnosis }: Judged,
  { texts, now, hasSecret, withIds, product }: ReportOptions,
): [string, string][] {
  const { report: words, claims: names, fields, frame, generate } = texts;
  const { decoded, inspected } = diagnosis;
  const { claims } = decoded ?? {};
  const id = (value: string): string => (withIds ? visible(value) : mask(value));
  const room = roomNamedBy(diagnosis);
  const expire = claims?.expire ?? inspected?.expire;
  const facts: [string, string | undefined][] = [
    [words.judged, formatUtc(now)],
    [names.ctime, claims && formatUtc(claims.ctime)],
    [names.expire, expire === undefined ? undefined : formatUtc(expire)],
    [generate.mode, inspected && frame.modes[inspected.mode]],
    [names.appId, claims && id(String(claims.appId))],
    [names.userId, claims && id(claims.userId)],
    [fields.roomId, room === undefined ? undefined : id(room)],
    [fields.service, product],
    [words.length, words.characters(text.trim().length)],
    [frame.names.iv, inspected && frame.lengthInBytes(inspected.ivLength)],
    [frame.names.ciphertext, inspected && frame.lengthInBytes(inspected.ciphertextLength)],
    [fields.secret, hasSecret ? words.given : words.notGiven],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

function reported(finding: Finding, { texts, locale }: ReportOptions): ReportedFinding {
  const { title, detail, nextStep } = explain(finding, locale);
  return {
    severity: texts.findings.severities[finding.severity],
    title: visible(title),
    sentences: [...(detail === '' ? [] : [visible(detail)]), `→ ${visible(nextStep)}`],
    codes: finding.clientCodes.map((code) => `${code} ${sdkOfCode(code, locale)}`).join(', '),
  };
}

/** IDs that the words of a finding would show. */
const IDS: ReadonlySet<string> = new Set(['appId', 'expected']);

function masked(finding: Finding, { withIds }: ReportOptions): Finding {
  if (withIds) return finding;
  const values = Object.entries(finding.values).map(([name, value]) => [
    name,
    IDS.has(name) ? mask(String(value)) : value,
  ]);
  return { ...finding, values: Object.fromEntries(values) };
}

/** The report as Markdown, for an issue or a mail. */
export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownOf).join('\n\n')}\n`;
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${block.text}`;
    case 'heading':
      return `## ${block.text}`;
    case 'text':
      return escapeMarkdown(block.text);
    case 'facts':
      return block.facts.map(([name, value]) => `- ${name}: ${escapeMarkdown(value)}`).join('\n');
    case 'findings':
      return block.findings
        .map(({ severity, title, sentences, codes }, index) =>
          [
            `${index + 1}. **${severity}: ${escapeMarkdown(title)}**`,
            ...sentences.map((sentence) => `   ${escapeMarkdown(sentence)}`),
            ...(codes === '' ? [] : [`   ${codes}`]),
          ].join('  \n'),
        )
        .join('\n');
  }
}

/** So that Markdown shows text from a token as it is. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
