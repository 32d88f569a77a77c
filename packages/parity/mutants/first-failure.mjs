import { checkConformance, startTestee } from '@token04/parity';

const CASES = 500;

/** The id of the first case that a testee fails, or undefined where it passes all. */
export async function firstFailure(file, args, options = {}) {
  const { results } = await checkConformance(
    (more = {}) =>
      startTestee(file, args, { ...options, ...more, env: { ...options.env, ...more.env } }),
    { cases: CASES, bail: true },
  );
  return results.find(({ verdict }) => verdict !== 'pass')?.id;
}
