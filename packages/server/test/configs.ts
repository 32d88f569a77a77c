// Configurations of token04-server, and what is wrong with them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder } from '@token04/test-kit/test-folder';
import { expect } from 'vitest';
import { type ConfigError, readConfig } from '../src/ready/config.ts';
import { jwtSecret, serverSecret } from './app.ts';

export const folder = testFolder();

/** The least that is needed. */
export const good = { ZEGO_APP_ID: '1', ZEGO_SERVER_SECRET: serverSecret, JWT_SECRET: jwtSecret };

/** The path of a file with this content. */
export function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What is wrong with a configuration; no line of it may hold a secret. */
export function mistakes(env: object, path?: string, devIdentity?: string): readonly string[] {
  try {
    readConfig(env as Record<string, string>, path, devIdentity);
  } catch (error) {
    expect((error as Error).message).not.toMatch(/fa94dd0f|the secret of the session/);
    return (error as ConfigError).mistakes;
  }
  return [];
}
