import type { Locale } from './addresses.ts';

/** Where the inspector is in the site, before the base is put in front of it. */
export const INSPECTOR = '/inspector/';

/**
 * The inspector in the language of the page that leads there. A fragment says which, since the frame on
 * the front page has no storage to remember a choice in.
 */
export function inspectorIn(locale: Locale): string {
  return `${INSPECTOR}#lang=${locale}`;
}
