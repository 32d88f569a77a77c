import { cpus, loadavg } from 'node:os';

/** For the head of a table: what the figures come from, and how busy it was. */
export function machine() {
  const load = loadavg().map((average) => average.toFixed(2));
  return `Node.js ${process.versions.node}, ${cpus().length} × ${cpus()[0].model}, load ${load.join(' ')}, ${new Date().toISOString()}`;
}
