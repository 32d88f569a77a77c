import type { Page } from 'playwright-core';

/** What is pasted, and the secret that is typed in with it. */
export interface Paste {
  readonly text: string;
  readonly secret: string;
}

/** What the page then shows; a claim is null where it is not shown. */
export interface Shown {
  /** `several` where what was pasted is more than one token. */
  readonly verdict: string;
  readonly claims: { readonly [name: string]: string | null };
}

/** Pastes one after the other within the page, which saves the way there and back. */
export async function pasteMany(page: Page, pastes: readonly Paste[]): Promise<Shown[]> {
  return page.evaluate(async (pastes) => {
    const panel = document.querySelector('#panel-inspect') as HTMLElement;
    const results = panel.querySelector('.results') as HTMLElement;
    const type = (field: string, value: string): void => {
      const control = panel.querySelector(field) as HTMLInputElement | HTMLTextAreaElement;
      control.value = value;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const appearance = (selector: string): Promise<Element> =>
      new Promise((resolve, reject) => {
        AbortSignal.timeout(60_000).addEventListener('abort', () => {
          reject(new Error(`no ${selector} within a minute`));
        });
        const look = (): void => {
          const element = results.querySelector(selector);
          if (element === null) return;
          observer.disconnect();
          resolve(element);
        };
        const observer = new MutationObserver(look);
        observer.observe(results, { childList: true, subtree: true });
        look();
      });
    const claim = (name: string): string | null =>
      results.querySelector(`[data-claim=${name}]`)?.textContent ?? null;

    // Without the pause that the page makes after typing, and without painting, which takes long.
    window.setTimeout = ((callback: () => void) => queueMicrotask(callback)) as typeof setTimeout;
    document.body.hidden = true;
    const shown = [];
    for (const { text, secret } of pastes) {
      type('textarea', '');
      await appearance('.empty');
      type('input[type=password]', secret);
      type('textarea', text);
      const verdict = (await appearance('.verdict')) as HTMLElement;
      const names = ['appId', 'userId', 'ctime', 'expire', 'nonce', 'payload', 'plaintext'];
      shown.push({
        verdict: verdict.dataset['verdict'] ?? 'several',
        claims: Object.fromEntries(names.map((name) => [name, claim(name)])),
      });
    }
    return shown;
  }, pastes);
}
