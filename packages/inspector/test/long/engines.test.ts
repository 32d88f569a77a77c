import { verifyToken04 } from '@token04/core';
import { describeEngines, type EnginePage } from '@token04/test-kit/engines';
import { expect, test } from 'vitest';
import { pageUrl } from '../browser.ts';
import { APP_ID, MAY_DO_BOTH, roomToken, SECRET, USER_ID } from '../sample.ts';
import { addUser } from '../user-in-page.ts';

describeEngines('the main flows of the inspector', (engine) => {
  let page: EnginePage;

  async function open(): Promise<void> {
    page = await engine().open(pageUrl);
    await page.evaluate(addUser, undefined);
    await page.evaluate(async () => {
      await user.appearance('#main');
      if (document.documentElement.lang !== 'en') user.press('English');
    }, undefined);
  }

  test('a token is judged, with its secret and by what is expected; the verdict is in sight', async () => {
    await open();
    const seen = await page.evaluate(
      async ([token, secret, both]) => {
        const inSight = (): boolean => {
          const verdict = document.querySelector('.headline') as Element;
          const { top, bottom } = verdict.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        };
        user.type('#panel-inspect textarea', token);
        const unknown = await user.headline('Well-formed so far');
        user.type('#panel-inspect input[type=password]', secret);
        const good = await user.headline(both);
        const attributes = {
          ...(document.querySelector('[data-verdict]') as HTMLElement).dataset,
        };
        const places = [inSight()];
        scrollTo(0, document.documentElement.scrollHeight);
        places.push(inSight());
        user.type('#panel-inspect input[inputmode=numeric]', '7');
        const bad = await user.headline('Refused: the token is of another app');
        places.push(inSight());
        return { unknown, good, bad, attributes, places };
      },
      [roomToken(), SECRET, MAY_DO_BOTH] as const,
    );
    expect(seen.attributes).toMatchObject({ verdict: 'good', login: 'yes', publish: 'yes' });
    expect(seen.places).toEqual([true, true, true]);
  });

  test('the samples, and what they show', async () => {
    await open();
    const shown = await page.evaluate(async () => {
      user.press('Cut');
      const cut = await user.headline('Refused: the token is cut short');
      const missing = document.querySelectorAll('.dump .missing').length;
      user.press('Expired');
      const expired = await user.headline('Refused: the token has expired');
      const moments = [...document.querySelectorAll<HTMLElement>('.moments li')].map(
        (item) => item.dataset['moment'],
      );
      (document.querySelector('.legend [data-part=iv]') as HTMLElement).focus();
      const pressed = await user.appearance('.legend [data-part=iv][aria-pressed=true]');
      const marked = getComputedStyle(document.querySelector('.dump [data-part=iv]') as Element);
      return {
        cut,
        missing,
        expired,
        moments,
        isMarked: marked.boxShadow !== 'none',
        pressed: pressed.tagName,
      };
    }, undefined);
    expect(shown.missing).toBeGreaterThan(1);
    expect(shown.moments).toEqual(['made', 'renew', 'end', 'now']);
    expect(shown.isMarked).toBe(true);
  });

  test('several tokens are a table; a code is explained; in Chinese, too', async () => {
    await open();
    const shown = await page.evaluate(async (tokens) => {
      user.type('#panel-inspect textarea', tokens);
      await user.appearance('.tokens [data-verdict]');
      const verdicts = document.querySelectorAll('[data-verdict]').length;
      user.type('#panel-inspect textarea', '1102016');
      await user.appearance('[data-code="1102016"]');
      user.press('中文');
      await user.appearance('html[lang=zh-CN]');
      const reason = document.querySelector('.verdict .reason')?.textContent ?? '';
      user.press('English');
      return { verdicts, reason };
    }, `${roomToken()}\n${roomToken()}\nundefined`);
    expect(shown.verdicts).toBe(3);
    expect(shown.reason).toMatch(/\p{Script=Han}/u);
  });

  test('a token is made, inspected and cleared', async () => {
    await open();
    const { token, left } = await page.evaluate(
      async ([appId, userId, secret]) => {
        user.press('Generate');
        user.type('#panel-generate input[inputmode=numeric]', appId);
        user.type('#panel-generate .pair .field:nth-child(2) input', userId);
        user.type('#panel-generate input[type=password]', secret);
        (document.querySelector('#panel-generate [type=submit]') as HTMLElement).click();
        await user.appearance('[data-made]');
        const output = document.querySelector('.issued textarea') as HTMLTextAreaElement;
        const token = output.value;
        user.press('Inspect it');
        await user.headline('This token is good');
        user.press('Clear everything');
        await user.appearance('.empty');
        const fields = [...document.querySelectorAll<HTMLInputElement>('textarea, input')];
        const left = [secret, token, userId].filter(
          (text) =>
            document.documentElement.outerHTML.includes(text) ||
            fields.some(({ value }) => value.includes(text)),
        );
        return { token, left };
      },
      [String(APP_ID), USER_ID, SECRET] as const,
    );
    expect(verifyToken04(token, { serverSecret: SECRET }).userId).toBe(USER_ID);
    expect(left).toEqual([]);
  });

  test('no line strikes through a heading of the form', async () => {
    await open();
    const gap = await page.evaluate(() => {
      const group = document.querySelector('.group') as Element;
      const heading = group.querySelector('h2') as Element;
      return heading.getBoundingClientRect().top - group.getBoundingClientRect().top;
    }, undefined);
    expect(gap).toBeGreaterThan(8);
  });

  test('the policy lets nothing be fetched, and no other script run', async () => {
    await open();
    const outcome = await page.evaluate(async () => {
      const fetched = await fetch('http://127.0.0.1:9/').then(
        () => 'sent',
        ({ name }) => name,
      );
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
        violations.push(violatedDirective);
      });
      const script = document.createElementNS('http://www.w3.org/1999/xhtml', 'script');
      script.append('globalThis.injected = true');
      document.body.append(script);
      await new Promise((resume) => setTimeout(resume, 50));
      return { fetched, injected: 'injected' in globalThis, violations: violations.length };
    }, undefined);
    expect(outcome).toEqual({
      fetched: 'TypeError',
      injected: false,
      violations: expect.any(Number),
    });
    expect(outcome.violations).toBeGreaterThan(0);
  });
});
