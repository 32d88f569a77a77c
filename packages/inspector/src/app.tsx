import { type Signal, signal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';
import { clearings } from './confidential.ts';
import { GeneratePanel } from './generate/panel.tsx';
import { InspectPanel } from './inspect/panel.tsx';
import { locale, texts } from './locale.ts';
import { PrivacyBar } from './privacy-bar.tsx';
import { theme } from './theme.ts';
import { LiveRegion } from './ui/live.tsx';
import { Tabs } from './ui/tabs.tsx';

const tab: Signal<'inspect' | 'generate'> = signal('inspect');

export function App(): JSX.Element {
  const { tabs, footer, generate, insecureContext, skip } = texts.value;
  return (
    <>
      <a class="skip" href="#main">
        {skip}
      </a>
      <Header />
      <main id="main" tabIndex={-1}>
        {!isSecureContext && <p class="warning">{insecureContext}</p>}
        <PrivacyBar />
        <p class="warning">
          <strong>{generate.warning}</strong> {generate.warningDetail}
        </p>
        <Fragment key={clearings.value}>
          <Tabs
            label={tabs.label}
            selected={tab}
            tabs={[
              { name: 'inspect', label: tabs.inspect, content: <InspectPanel /> },
              {
                name: 'generate',
                label: tabs.generate,
                content: (
                  <GeneratePanel
                    onInspect={() => {
                      tab.value = 'inspect';
                      document.getElementById('tab-inspect')?.focus();
                    }}
                  />
                ),
              },
            ]}
          />
        </Fragment>
      </main>
      <footer>
        <p>{footer.offline}</p>
        <p>{footer.independent}</p>
      </footer>
      <LiveRegion />
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
          onClick={() => {
            locale.value = locale.value === 'en' ? 'zh-CN' : 'en';
          }}
        >
          {otherLanguage}
        </button>
        <button
          type="button"
          onClick={() => {
            theme.value = isDark ? 'light' : 'dark';
          }}
        >
          {isDark ? toLight : toDark}
        </button>
      </div>
    </header>
  );
}
