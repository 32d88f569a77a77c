import { effect, type Signal, signal } from '@preact/signals';

type Theme = 'light' | 'dark';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/** The system's, and whenever the system changes its own; what is chosen here is not stored. */
export const theme: Signal<Theme> = signal(systemTheme());

function systemTheme(): Theme {
  return systemIsDark.matches ? 'dark' : 'light';
}

systemIsDark.addEventListener('change', () => {
  theme.value = systemTheme();
});

effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
});
