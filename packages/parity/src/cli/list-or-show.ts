import { askDescription, type Description } from '../conformance/description.ts';
import { listCases, showCase } from '../conformance/show.ts';
import type { Testee } from '../testee.ts';
import type { CheckOptions } from './check-options.ts';
import { complain, print } from './output.ts';

/** The cases for a testee as it describes itself; without one, for what can do everything. */
export async function listOrShow(
  start: (() => Testee) | undefined,
  { only, show }: CheckOptions,
): Promise<void> {
  let description: Description | undefined;
  if (start !== undefined) {
    const read = await describe(start());
    if (typeof read === 'string') {
      complain(read);
      return;
    }
    description = read;
  }
  const lines = show === undefined ? listCases(only, description) : showCase(show, description);
  if (lines === undefined || lines.length === 0) {
    complain(show === undefined ? `--only ${only}: no case's id starts so` : `no case ${show}`);
    return;
  }
  print(lines.join('\n'));
}

async function describe(testee: Testee): Promise<Description | string> {
  try {
    return await askDescription(testee.request);
  } catch (error) {
    return (error as Error).message;
  } finally {
    await testee.end();
  }
}
