import { inBrowser, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import CodeLookup from './code-lookup.vue';
import InspectorFrame from './inspector-frame.vue';
import Layout from './page-layout.vue';
import { miniSearch } from './search.ts';
import './palette.css';
import './page.css';
import './charts.css';
import './front.css';
import './code-lookup.css';
import './inspector-frame.css';
import '../../diagrams/palette.css';
import '../../diagrams/palette-dark.css';
import '../../diagrams/diagram.css';

export default {
  extends: DefaultTheme,
  Layout,
  enhanceApp({ app, siteData }) {
    app.component('CodeLookup', CodeLookup);
    app.component('InspectorFrame', InspectorFrame);
    // Functions do not come with the site's data (search-build.ts).
    const { search } = siteData.value.themeConfig;
    if (inBrowser && search?.options) search.options.miniSearch = miniSearch;
  },
} satisfies Theme;
