import { Fragment, type JSX } from 'preact';
import { Banner } from './banner.tsx';
import { clearings } from './confidential.ts';
import { GeneratePanel } from './generate/panel.tsx';
import { InspectPanel } from './inspect/panel.tsx';
import { PrintedReport } from './inspect/report/printed-report.tsx';
import { chooseLocale, locale, texts } from './locale.ts';
import { tab } from './tab.ts';
import { chooseTheme, theme } from './theme.ts';
import { LiveRegion } from './ui/live.tsx';
import { Tabs } from './ui/tabs.tsx';

export function App(): JSX.Element {
  const { tabs, footer, insecureContext, skip } = texts.value;
  return (
    <>
      <div id="page">
        <a class="skip" href="#main">
          {skip}
        </a>
        <Header />
        <main id="main" tabIndex={-1}>
          {!isSecureContext && <p class="warning">{insecureContext}</p>}
          <Banner />
          <Fragment key={clearings.value}>
            <Tabs
              label={tabs.label}
              selected={tab}
              tabs={[
                { name: 'inspect', label: tabs.inspect, content: <InspectPanel /> },
                { name: 'generate', label: tabs.generate, content: <GeneratePanel /> },
              ]}
            />
          </Fragment>
        </main>
        <footer>
          <p>{footer.offline}</p>
          <p>{footer.independent}</p>
        </footer>
        <LiveRegion />
      </div>
      <PrintedReport />
    </>
  );
}

function Header(): JSX.Element {
  const { title, tagline, otherLanguage, otherLanguageTag, toDark, toLight } = texts.value;
  const isDark = theme.value === 'dark';
  return (
    <header class="masthead">
      <div>
        <h1>{title}</h1>
        <p>{tagline}</p>
      </div>
      <div class="preferences">
        <button
          type="button"
          lang={otherLanguageTag}
          onClick={() => chooseLocale(locale.value === 'en' ? 'zh-CN' : 'en')}
        >
          {otherLanguage}
        </button>
        <button type="button" onClick={() => chooseTheme(isDark ? 'light' : 'dark')}>
          {isDark ? toLight : toDark}
        </button>
      </div>
    </header>
  );
}
