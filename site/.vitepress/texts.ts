// What VitePress itself writes, in Chinese.
import type { DefaultTheme } from 'vitepress';

export const CHINESE_SEARCH = {
  translations: {
    button: { buttonText: '搜索', buttonAriaLabel: '搜索文档' },
    modal: {
      displayDetails: '显示详情',
      resetButtonTitle: '清除',
      backButtonTitle: '关闭搜索',
      noResultsText: '没有找到',
      footer: {
        selectText: '选择',
        selectKeyAriaLabel: '回车',
        navigateText: '移动',
        navigateUpKeyAriaLabel: '向上',
        navigateDownKeyAriaLabel: '向下',
        closeText: '关闭',
        closeKeyAriaLabel: 'Esc',
      },
    },
  },
};

export const CHINESE_THEME: DefaultTheme.Config = {
  docFooter: { prev: '上一页', next: '下一页' },
  returnToTopLabel: '回到顶部',
  sidebarMenuLabel: '目录',
  darkModeSwitchLabel: '外观',
  lightModeSwitchTitle: '切换到浅色',
  darkModeSwitchTitle: '切换到深色',
  langMenuLabel: '切换语言',
  skipToContentLabel: '跳到正文',
  notFound: {
    title: '没有这个页面',
    quote: '地址可能已经变了。试试搜索，或者从首页开始。',
    linkText: '回到首页',
    linkLabel: '回到首页',
  },
};
