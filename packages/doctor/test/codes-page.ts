import { CATALOGUE, SHOWN_TEXTS } from '../src/codes/catalogue.ts';
import { explainCode, type Locale } from '../src/index.ts';

interface PageWords {
  readonly title: string;
  readonly twin: string;
  readonly intro: readonly string[];
  readonly columns: readonly [code: string, meaning: string, causes: string, next: string];
  readonly between: string;
}

/** ZEGO's sources, each read and none tried. */
const WORDS: { readonly [locale in Locale]: PageWords } = {
  en: {
    title: 'Error codes about tokens',
    twin: '*[简体中文](zh-CN/codes.md)*',
    intro: [
      'What the SDKs show when a token is refused, by SDK. The causes are in order, the likeliest first,',
      'in the words of [`token04 doctor`](command-line.md#doctor), which finds the one that it is.',
      '[`token04 explain CODE`](command-line.md#explain) says the same on the command line.',
      '',
      'By ZEGO’s published documentation (August 2026) and by the code of zego-express-engine-webrtc',
      '3.12.0, zego-zim-web 2.29.0, zego-uikit-prebuilt 2.18.4, zego-express-engine-reactnative 3.22.0 and',
      'the error file of the Flutter SDK. Nothing was tried on ZEGO’s servers. The kind of the token that',
      'RoomKit’s code is about was not verified.',
    ],
    columns: ['code', 'means', 'likely causes', 'next'],
    between: '; ',
  },
  'zh-CN': {
    title: '与 Token 有关的错误码',
    twin: '*[English](../codes.md)*',
    intro: [
      'Token 鉴权失败时各 SDK 给出的错误码，按 SDK 排列。原因按可能性从高到低排列，用的是 [`token04 doctor`](command-line.md#doctor) 的说法，它能找出究竟是哪一个。[`token04 explain CODE`](command-line.md#explain) 在命令行上给出同样的内容。',
      '',
      '依据 ZEGO 公开的文档（2026 年 8 月）以及 zego-express-engine-webrtc 3.12.0、zego-zim-web 2.29.0、zego-uikit-prebuilt 2.18.4、zego-express-engine-reactnative 3.22.0 的代码和 Flutter SDK 的错误码文件。没有在 ZEGO 的服务器上试过。RoomKit 的错误码所指的 Token 种类未经核实。',
    ],
    columns: ['错误码', '含义', '可能的原因', '下一步'],
    between: '；',
  },
};

/** docs/codes.md and its twin, from the catalogue. */
export function codesPage(locale: Locale): string {
  const words = WORDS[locale];
  const lines = [`# ${words.title}`, '', words.twin, '', ...words.intro];
  const groups = new Map<string, string[]>();
  for (const entry of [...CATALOGUE, ...Object.values(SHOWN_TEXTS)]) {
    const shown = entry.codes.length > 0 ? entry.codes : ['kitToken error'];
    const explained = explainCode(shown[0] as number | string, locale);
    if (!explained) throw new RangeError(`${shown[0]} is not explained`);
    const { sdks, meaning, causes, nextSteps } = explained;
    const heading = sdks.join(locale === 'en' ? ', ' : '、');
    const cells = [shown.join(', '), meaning, causes.join(words.between), nextSteps.join(' ')];
    const rows = groups.get(heading) ?? [];
    rows.push(`| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
    groups.set(heading, rows);
  }
  for (const [heading, rows] of groups) {
    lines.push('', `## ${heading}`, '', `| ${words.columns.join(' | ')} |`, '|---|---|---|---|');
    lines.push(...rows);
  }
  return `${lines.join('\n')}\n`;
}
