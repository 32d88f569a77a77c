import { verifyToken04 } from '@token04/core/web';
import { expect, test } from 'vitest';
import { type DiagnoseOptions, diagnose, explain } from '../src/index.ts';
import cases from './field.json' with { type: 'json' };

/** What people sent in bug reports and questions, made again with another secret. */
const inputs = cases as unknown as {
  id: string;
  input: string;
  options: DiagnoseOptions & { serverSecret: string };
  verdict: 'good' | 'bad';
  findings: string[];
}[];

test.each(inputs)('$id', async ({ input, options, verdict, findings }) => {
  const diagnosis = await diagnose(input, options);
  const serious = diagnosis.findings.filter(({ severity }) => severity !== 'info');
  expect(diagnosis.verdict).toBe(verdict);
  expect(serious.map(({ id }) => id)).toEqual(expect.arrayContaining(findings));
  if (findings.length === 0) expect(serious).toEqual([]);
});

test.each(inputs.filter(({ id }) => id.startsWith('frame/')))(
  '$id is not called truncated, and no column of a database is looked for',
  async ({ input, options }) => {
    const { findings } = await diagnose(input, options);
    expect(findings.map(({ id }) => id)).not.toContain('truncated');
    const words = findings.map((finding) => explain(finding).nextStep).join(' ');
    expect(words).not.toContain('column');
  },
);

test.each([
  ['claims/nonce-hex-string', 1002080],
  ['claims/app-id-string', 1002076],
  ['zim/25-days', 6000109],
])('%s: the code is %i, from doctor and verify alike', async (id, code) => {
  const { input, options } = inputs.find((each) => each.id === id) as (typeof inputs)[number];
  const { findings } = await diagnose(input, options);
  expect(findings[0]?.clientCodes).toContain(code);
  const { service, ...others } = options;
  const verifying = { ...others, ...(service === 'zim' && { service }) };
  await expect(verifyToken04(input, verifying)).rejects.toMatchObject({
    clientCodes: expect.arrayContaining([code]),
  });
});
