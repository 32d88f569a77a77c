declare global {
  /** In the page: what a user does and sees. */
  var user: {
    type(selector: string, text: string): void;
    press(name: string): void;
    /** The headline, once it is one that is waited for. */
    headline(expected: string): Promise<string>;
    appearance(selector: string): Promise<HTMLElement>;
  };
}

/** Runs in the page, and gives it `user`. All that it needs is within, since its text is sent there. */
export function addUser(): void {
  const appearance = (look: () => Element | null | undefined): Promise<HTMLElement> =>
    new Promise((resolve, reject) => {
      const end = Date.now() + 30_000;
      const tryAgain = (): void => {
        const element = look();
        if (element) resolve(element as HTMLElement);
        else if (Date.now() > end) reject(new Error(`not there: ${look}`));
        else setTimeout(tryAgain, 20);
      };
      tryAgain();
    });
  Object.assign(globalThis, {
    user: {
      type(selector: string, text: string) {
        const field = document.querySelector(selector) as HTMLInputElement;
        field.focus();
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      press(name: string) {
        const buttons = [...document.querySelectorAll('button')];
        const button = buttons.find(
          (each) => each.textContent === name && each.getClientRects().length > 0,
        );
        if (!button) throw new Error(`no button ${name}`);
        button.focus();
        button.click();
      },
      async headline(expected: string) {
        const find = () =>
          [...document.querySelectorAll('.headline')].find(
            ({ textContent }) => textContent === expected,
          );
        return (await appearance(find)).textContent;
      },
      appearance: (selector: string) => appearance(() => document.querySelector(selector)),
    },
  });
}
