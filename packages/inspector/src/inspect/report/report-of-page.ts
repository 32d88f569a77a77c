import type { Signal } from '@preact/signals';
import { now } from '../../clock.ts';
import { confidential } from '../../confidential.ts';
import { locale, texts } from '../../locale.ts';
import { hasSecret } from '../../secret.ts';
import type { Judged } from '../judging.ts';
import { service } from '../questions.ts';
import { type Block, reportOf } from './report.ts';

/** Whether app, user and room are in the report as they are. */
export const reportsIds: Signal<boolean> = confidential(false);

/** The report on what the page shows, in its language. */
export function reportOfPage(judged: readonly Judged[]): Block[] {
  return reportOf(judged, {
    texts: texts.value,
    locale: locale.value,
    now: now.value,
    hasSecret: hasSecret.value,
    withIds: reportsIds.value,
    product: texts.value.services[service.value],
  });
}
