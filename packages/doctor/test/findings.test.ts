import { describe, expect, it } from 'vitest';
import { diagnose, FINDING_IDS } from '../src/index.ts';
import { cases, optionsOf } from './cases/index.ts';

describe.each(FINDING_IDS)('%s', (id) => {
  it.each(cases[id])('$title', async (each) => {
    const { input, values, severity = 'error', also = [] } = each;
    const { findings, verdict } = await diagnose(input, optionsOf(each));
    const found = findings.find((finding) => finding.id === id);
    expect(found?.severity).toBe(severity);
    if (values) expect(found?.values).toEqual(values);

    const serious = findings.filter((finding) => finding.severity !== 'info').map(({ id }) => id);
    expect(serious.sort()).toEqual([...(severity === 'info' ? [] : [id]), ...also].sort());

    const isBad = findings.some((finding) => finding.severity === 'error');
    expect(verdict).toBe(isBad ? 'bad' : each.withoutSecret ? 'unknown' : 'good');
  });
});
