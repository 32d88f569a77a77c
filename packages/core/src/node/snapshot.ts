import * as v8 from 'node:v8';

/**
 * Calls back before a startup snapshot of this process is written (`node --build-snapshot`), for
 * what must not be in it: each process that starts from a snapshot begins with the same memory, and
 * ciphers and keys of node:crypto make Node.js abort while it writes one. Does nothing in any other
 * process, nor in a runtime without snapshots.
 */
export function beforeSnapshot(drop: () => void): void {
  if (isBuildingSnapshot()) v8.startupSnapshot.addSerializeCallback(drop);
}

function isBuildingSnapshot(): boolean {
  try {
    return v8.startupSnapshot.isBuildingSnapshot();
  } catch {
    // Deno and Bun have none, or one that throws.
    return false;
  }
}
