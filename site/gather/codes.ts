// A page for each code that ZEGO's SDKs show, from @token04/doctor.
import {
  type CodeExplanation,
  type Explanation,
  explain,
  explainCode,
  FINDING_IDS,
  KNOWN_CODES,
} from '@token04/doctor';
import type { Locale } from './addresses.ts';

/** What UIKit writes to the console in place of a number. */
const SHOWN_TEXT = 'kitToken error';

export const SHOWN: readonly (number | string)[] = [...KNOWN_CODES, SHOWN_TEXT];

/** The last part of a code's address: `/codes/1102016`, `/codes/-200002`. */
export function codeAddress(code: number | string): string {
  return String(code).toLowerCase().replaceAll(' ', '-');
}

const WORDS = {
  en: {
    shownBy: 'Shown by',
    also: 'Also of the same meaning',
    causes: 'What leads to it',
    causesIntro: 'The likeliest first.',
    next: 'What to do',
    open: '[Open the inspector](/inspector/)',
    find: 'Find out which it is',
    findIntro:
      'With the token that was refused, the [inspector](/inspector/) names the cause, in your browser and without sending anything. On the command line the same is done by',
    explainIntro: 'and this page by',
    more: '[All codes](/codes/) · [Why is my token refused?](/why-is-my-token-refused)',
    list: ', ',
  },
  'zh-CN': {
    shownBy: '由谁给出',
    also: '含义相同的错误码',
    causes: '可能的原因',
    causesIntro: '按可能性从高到低排列。',
    next: '怎么办',
    open: '[打开检查器](/inspector/)',
    find: '找出究竟是哪一个',
    findIntro:
      '有被拒绝的 Token 时，[检查器](/inspector/)会指出原因；它在浏览器里运行，不发送任何内容。在命令行上用',
    explainIntro: '本页的内容则可以用',
    more: '[全部错误码](/zh-CN/codes/) · [Token 为什么被拒绝？](/zh-CN/why-is-my-token-refused)',
    list: '、',
  },
} as const;

export function codePage(code: number | string, locale: Locale): string {
  const words = WORDS[locale];
  const explanation = explained(code, locale);
  const { sdks, meaning, causes, nextSteps } = explanation;
  const who = sdks.join(words.list);
  const others = sameMeaning(explanation, locale);
  const texts = textsByTitle(locale);
  return [
    '---',
    `title: ${JSON.stringify(`${code} · ${who}`)}`,
    `description: ${JSON.stringify(`${code}, ${who}: ${meaning}`)}`,
    'outline: false',
    'pageClass: code-page',
    'prev: false',
    'next: false',
    '---',
    `# ${code}`,
    '',
    meaning,
    '',
    `**${words.shownBy}** ${who}`,
    '',
    `**${words.next}** ${nextSteps.join(' ')}`,
    ...(causes.length === 0
      ? []
      : [
          '',
          words.open,
          '',
          `## ${words.causes}`,
          '',
          words.causesIntro,
          '',
          ...causes.map(asListItem),
        ]),
    '',
    `## ${words.find}`,
    '',
    words.findIntro,
    '',
    '```sh',
    'npx @token04/cli doctor',
    '```',
    '',
    words.explainIntro,
    '',
    '```sh',
    `npx @token04/cli explain ${typeof code === 'number' ? code : `'${code}'`}`,
    '```',
    ...(others.length === 0 ? [] : ['', `## ${words.also}`, '', others.join(words.list)]),
    '',
    words.more,
    '',
  ].join('\n');

  function asListItem(title: string): string {
    const text = texts.get(title);
    if (text === undefined) throw new Error(`no finding is called "${title}"`);
    return `1. **${title}**<br>${text}`;
  }
}

function explained(code: number | string, locale: Locale): CodeExplanation {
  const explanation = explainCode(code, locale);
  if (explanation === undefined) throw new Error(`${code} is not explained`);
  return explanation;
}

/** Links to the other codes of the same SDK that mean the same. */
function sameMeaning({ code, sdks, meaning }: CodeExplanation, locale: Locale): string[] {
  const prefix = locale === 'en' ? '' : '/zh-CN';
  return SHOWN.filter((other) => {
    const explanation = explained(other, locale);
    return (
      other !== code && explanation.meaning === meaning && explanation.sdks.join() === sdks.join()
    );
  }).map((other) => `[${other}](${prefix}/codes/${codeAddress(other)})`);
}

const textsByLocale = new Map<Locale, Map<string, string>>();

/** What the doctor says to each finding, by its title: the sentences that hold for any token. */
function textsByTitle(locale: Locale): Map<string, string> {
  const known = textsByLocale.get(locale);
  if (known !== undefined) return known;
  const texts = new Map<string, string>();
  for (const id of FINDING_IDS) {
    const [one, another] = [explanationWith(id, '1', locale), explanationWith(id, '2', locale)];
    const general = (['detail', 'nextStep'] as const).filter((part) => one[part] === another[part]);
    texts.set(one.title, general.map((part) => one[part]).join(locale === 'en' ? ' ' : ''));
  }
  textsByLocale.set(locale, texts);
  return texts;
}

/** The texts of a finding, each of whose values is `value`. */
function explanationWith(
  id: (typeof FINDING_IDS)[number],
  value: string,
  locale: Locale,
): Explanation {
  const values = new Proxy({}, { get: () => value });
  return explain({ id, severity: 'error', clientCodes: [], values }, locale);
}
