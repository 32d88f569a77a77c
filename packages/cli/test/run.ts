import { fileURLToPath } from 'node:url';
import { encodeToken04 } from '@token04/core/testing';
import { execa } from 'execa';
import { expect } from 'vitest';

export const bin: string = fileURLToPath(new URL('../dist/cli.mjs', import.meta.url));

export const SECRET = 'fa94dd0f974cf2e293728a526b028271';
export const OTHER_SECRET = '0123456789abcdef0123456789abcdef';

/** Of the clock when {@link tokenOf} makes its tokens; they last for an hour. */
export const NOW = 1_790_000_000;

export interface Result {
  exitCode?: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs the built command without a terminal and with the secret in the environment. Throws if the secret is
 * in the output.
 */
export async function token04(
  args: readonly string[],
  { input = '', env = {} }: { input?: string | Uint8Array; env?: Record<string, string> } = {},
): Promise<Result> {
  const variables = { ZEGO_SERVER_SECRET: SECRET, NO_COLOR: '', TZ: 'UTC', ...env };
  const result = await execa(process.execPath, [bin, ...args], {
    input,
    env: variables,
    reject: false,
    timeout: 100_000,
  });
  const secret = variables.ZEGO_SERVER_SECRET;
  if (secret.length === SECRET.length && (result.stdout + result.stderr).includes(secret)) {
    throw new Error('the secret is in the output');
  }
  return result;
}

/** What a wrong usage says: one line on stderr, with exit code 2 and nothing on stdout. */
export async function refusalOf(args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await token04(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toMatch(/^token04: [^\n]+$/);
  return stderr;
}

/** The same token every time. */
export function tokenOf(
  changed: { mode?: 'cbc' | 'gcm'; appId?: number; userId?: string; payload?: string } = {},
): string {
  const { mode = 'gcm', ...others } = changed;
  const claims = {
    appId: 1234567890,
    userId: 'demo',
    ctime: NOW,
    expire: NOW + 3600,
    nonce: 7,
    payload: '',
    ...others,
  };
  const iv = new Uint8Array(mode === 'gcm' ? 12 : 16);
  return encodeToken04({ claims, serverSecret: SECRET, mode, iv });
}
