import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives the function a folder of its own, removes it afterwards, and returns what the function did. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'token04-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
