import { type Signal, signal } from '@preact/signals';

export const tab: Signal<'inspect' | 'generate'> = signal('inspect');
