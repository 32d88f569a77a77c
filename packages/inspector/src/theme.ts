import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { recall, remember } from './remembered.ts';

type Theme = 'light' | 'dark';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const systemTheme: Signal<Theme> = signal(readSystem());
const chosen: Signal<string | undefined> = signal(recall('theme'));

/** What was chosen here, or else the system's, whenever that changes. */
export const theme: ReadonlySignal<Theme> = computed(() =>
  chosen.value === 'light' || chosen.value === 'dark' ? chosen.value : systemTheme.value,
);

export function chooseTheme(theme: Theme): void {
  chosen.value = theme;
  remember('theme', theme);
}

function readSystem(): Theme {
  return systemIsDark.matches ? 'dark' : 'light';
}

systemIsDark.addEventListener('change', () => {
  systemTheme.value = readSystem();
});

effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
});
