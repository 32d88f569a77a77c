import { CATALOGUE } from '../src/codes/catalogue.ts';
import { explainCode, type Locale } from '../src/index.ts';

const WEB_LOG = [
  50116, 50117, 50118, 50119, 50120, 50121, 50122, 50123, 50124, 50125, 50126, 50127, 50128,
];

/** In which published code a code stands with its meaning; those of ONLY_IN_CODE are not documented. */
const IN_CODE: { readonly [source: string]: readonly (number | string)[] } = {
  'react-native': [
    1001004, 1001005, 1002005, 1002006, 1002007, 1002011, 1002012, 1002013, 1002033, 1002056,
    1002067, 1002074, 1002075, 1002076, 1002077, 1002078, 1002079, 1002080, 1002082, 1003072,
    1003025, 1004003, 1017009, 1019006, 1019007,
  ],
  web: [
    1002005,
    1002006,
    1002007,
    1002011,
    1002012,
    1002013,
    1100001,
    1102016,
    1102018,
    1102020,
    1103019,
    1104046,
    ...WEB_LOG,
    202002,
    20014,
  ],
  zim: [6000003, 6000101, 6000103, 50111, 6000106, 6000107, 6000108, 6000109],
  uikit: ['kitToken error'],
};
const ONLY_IN_CODE: readonly (number | string)[] = ['kitToken error', ...WEB_LOG, 202002, 20014];

/** The footnotes of a row: where its codes and their meaning were read. */
export function sourcesOf(codes: readonly (number | string)[]): string[] {
  const inCode = Object.entries(IN_CODE).filter(([, known]) =>
    codes.some((code) => known.includes(code)),
  );
  const isDocumented = codes.some((code) => !ONLY_IN_CODE.includes(code));
  return [...inCode.map(([source]) => source), ...(isDocumented ? ['docs'] : [])];
}

interface PageWords {
  readonly title: string;
  readonly twin: string;
  readonly intro: readonly string[];
  readonly columns: readonly string[];
  readonly notes: { readonly [source: string]: string };
  readonly between: string;
}

const WORDS: { readonly [locale in Locale]: PageWords } = {
  en: {
    title: 'Error codes about tokens',
    twin: '*[简体中文](zh-CN/codes.md)*',
    intro: [
      'What the SDKs show when a token is refused, by SDK. The causes are in order, the likeliest first,',
      'in the words of [`token04 doctor`](command-line.md#doctor), which finds the one that it is.',
      '[`token04 explain CODE`](command-line.md#explain) says the same on the command line.',
      '',
      'Nothing was tried on ZEGO’s servers. The causes are what the doctor finds in such a case.',
    ],
    columns: ['code', 'means', 'likely causes', 'next', 'source'],
    notes: {
      'react-native':
        'The error file of zego-express-engine-reactnative 3.22.0 (`lib/ZegoExpressErrorCode.d.ts`), which wraps the native SDK.',
      web: 'The code of zego-express-engine-webrtc 3.12.0.',
      zim: 'The code of zego-zim-web 2.29.0.',
      uikit: 'The code of @zegocloud/zego-uikit-prebuilt 2.18.4.',
      docs: 'ZEGO’s published documentation, as of August 2026. Of the code of RoomKit the kind of the token was not verified. In React Native 1019022 and 1019027 are about items, not tokens.',
    },
    between: '; ',
  },
  'zh-CN': {
    title: '与 Token 有关的错误码',
    twin: '*[English](../codes.md)*',
    intro: [
      'Token 鉴权失败时各 SDK 给出的错误码，按 SDK 排列。原因按可能性从高到低排列，用的是 [`token04 doctor`](command-line.md#doctor) 的说法，它能找出究竟是哪一个。[`token04 explain CODE`](command-line.md#explain) 在命令行上给出同样的内容。',
      '',
      '没有在 ZEGO 的服务器上试过。原因是 doctor 在这种情况下得出的结论。',
    ],
    columns: ['错误码', '含义', '可能的原因', '下一步', '来源'],
    notes: {
      'react-native':
        'zego-express-engine-reactnative 3.22.0 的错误码文件（`lib/ZegoExpressErrorCode.d.ts`），它封装了原生 SDK。',
      web: 'zego-express-engine-webrtc 3.12.0 的代码。',
      zim: 'zego-zim-web 2.29.0 的代码。',
      uikit: '@zegocloud/zego-uikit-prebuilt 2.18.4 的代码。',
      docs: 'ZEGO 公开的文档（2026 年 8 月）。RoomKit 的错误码所指的 Token 种类未经核实。在 React Native 中，1019022 和 1019027 说的是物品，不是 Token。',
    },
    between: '；',
  },
};

/** docs/codes.md and its twin, from the catalogue. */
/** For who opens the page to mend it. */
const MADE_BY =
  '<!-- made of packages/doctor/src/texts by `npx vitest run codes-page --update` in packages/doctor -->';

export function codesPage(locale: Locale): string {
  const words = WORDS[locale];
  const lines = [`# ${words.title}`, '', MADE_BY, '', words.twin, '', ...words.intro];
  const groups = new Map<string, string[]>();
  for (const { codes: shown } of CATALOGUE) {
    const explained = explainCode(shown[0] as number | string, locale);
    if (!explained) throw new RangeError(`${shown[0]} is not explained`);
    const { sdks, meaning, causes, nextSteps } = explained;
    const heading = sdks.join(locale === 'en' ? ', ' : '、');
    const notes = sourcesOf(shown).map((source) => `[^${source}]`);
    const steps = nextSteps.join(locale === 'en' ? ' ' : '');
    const cells = [shown.join(', '), meaning, causes.join(words.between), steps, notes.join(' ')];
    const rows = groups.get(heading) ?? [];
    rows.push(`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
    groups.set(heading, rows);
  }
  for (const [heading, rows] of groups) {
    lines.push(
      '',
      `## ${heading}`,
      '',
      `| ${words.columns.join(' | ')} |`,
      '|---|---|---|---|---|',
    );
    lines.push(...rows);
  }
  const notes = Object.entries(words.notes).map(([source, text]) => `[^${source}]: ${text}`);
  return `${[...lines, '', ...notes].join('\n')}\n`;
}
