import type { Signal } from '@preact/signals';
import type { ComponentChildren, JSX, TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';

interface Tab<T extends string> {
  readonly name: T;
  readonly label: string;
  readonly content: ComponentChildren;
}

interface TabsProps<T extends string> {
  label: string;
  selected: Signal<T>;
  tabs: readonly Tab<T>[];
}

/**
 * Tabs by the pattern of the WAI-ARIA Authoring Practices: one tab stop, and arrows, Home and End
 * to choose. All panels stay in the page, so that what was typed in them is kept.
 */
export function Tabs<T extends string>({ label, selected, tabs }: TabsProps<T>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);

  const choose = (index: number): void => {
    selected.value = (tabs[index] as Tab<T>).name;
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const index = tabs.findIndex(({ name }) => name === selected.value);
    const next = new Map([
      ['ArrowRight', (index + 1) % tabs.length],
      ['ArrowLeft', (index + tabs.length - 1) % tabs.length],
      ['Home', 0],
      ['End', tabs.length - 1],
    ]).get(event.key);
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };

  return (
    <>
      <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab, index) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`tab-${tab.name}`}
            aria-controls={`panel-${tab.name}`}
            aria-selected={tab.name === selected.value}
            tabIndex={tab.name === selected.value ? 0 : -1}
            onClick={() => choose(index)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab.name}
          role="tabpanel"
          id={`panel-${tab.name}`}
          aria-labelledby={`tab-${tab.name}`}
          hidden={tab.name !== selected.value}
        >
          {tab.content}
        </div>
      ))}
    </>
  );
}
