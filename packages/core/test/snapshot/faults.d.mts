/**
 * What is wrong with the package in a startup snapshot of a Node.js.
 *
 * @param node the path of its executable
 */
export function snapshotFaults(node: string): Promise<string[]>;
