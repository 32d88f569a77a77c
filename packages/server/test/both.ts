// The handler on WebCrypto and on node:crypto, for tests that each has to pass.
import { describe } from 'vitest';
import { createTokenHandler as createOnWebCrypto } from '../src/index.ts';
import { createTokenHandler as createOnNode } from '../src/node.ts';

/** @param tests given what creates the handler */
export function describeBoth(
  what: string,
  tests: (createTokenHandler: typeof createOnNode) => void,
): void {
  describe.each([
    ['on WebCrypto', createOnWebCrypto],
    ['on node:crypto', createOnNode],
  ])(`${what} %s`, (_, create) => tests(create));
}
