// What the theme's own parts say.
import type { Locale } from '../../gather/addresses.ts';

const TEXTS = {
  en: {
    prefix: '/',
    edit: 'Edit this page on GitHub',
    footerLabel: 'Licence',
    footer: 'MIT licence. Not affiliated with ZEGO.',
    codeLabel: 'The code that the client shows',
    codePlaceholder: '1102016',
    codeExplain: 'Explain',
    codeUnknown: 'No code about tokens is known by this number.',
    codeAll: 'All codes',
    codeCommon: 'Often seen:',
    inspectorOpen: 'Open the inspector here',
    inspectorAlone: 'or in a tab of its own',
    inspectorTitle: 'The inspector',
    inspectorNote:
      'It is loaded when you ask for it, and walled off from this page: this page cannot read what you type there.',
  },
  'zh-CN': {
    prefix: '/zh-CN/',
    edit: '在 GitHub 上编辑本页',
    footerLabel: '许可证',
    footer: 'MIT 许可证。与 ZEGO 没有关联。',
    codeLabel: '客户端显示的错误码',
    codePlaceholder: '1102016',
    codeExplain: '解释',
    codeUnknown: '没有与 Token 有关的错误码是这个数字。',
    codeAll: '全部错误码',
    codeCommon: '常见的：',
    inspectorOpen: '在这里打开检查器',
    inspectorAlone: '或在单独的标签页中打开',
    inspectorTitle: '检查器',
    inspectorNote: '点击后才加载，并与本页隔离：本页读不到你在其中输入的内容。',
  },
} as const;

/** The site's language by the `lang` of a page. */
export function localeOf(lang: string): Locale {
  return lang === 'zh-CN' ? 'zh-CN' : 'en';
}

export function texts(lang: string): (typeof TEXTS)[Locale] {
  return TEXTS[localeOf(lang)];
}
