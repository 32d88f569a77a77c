/** For vitest, in milliseconds: so long that only a hang meets them, on however slow a machine. */
export const testLimits: {
  testTimeout: number;
  hookTimeout: number;
  expect: { poll: { timeout: number } };
} = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};
